//! All that is shown while a call is made: what an owner may find in a log, on a screen, in a file.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

use crate::disguise::Undisguised;

/// Texts, each with what it is of.
#[derive(Debug, Default)]
pub(crate) struct Shown(BTreeMap<String, &'static str>);

impl Shown {
    pub(crate) fn add(&mut self, of: &'static str, text: String) {
        self.0.entry(text).or_insert(of);
    }

    pub(crate) fn debug(&mut self, of: &'static str, value: &dyn Debug) {
        self.add(of, format!("{value:?}"));
        self.add(of, format!("{value:#?}"));
    }

    /// The error and all its sources.
    pub(crate) fn error(&mut self, error: &dyn Error) {
        let mut next = Some(error);
        while let Some(error) = next {
            self.add("an error's Display", error.to_string());
            self.debug("an error's Debug", &error);
            next = error.source();
        }
    }

    /// The names and the contents of a directory's files.
    pub(crate) fn files(&mut self, directory: &Path) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            self.add(
                "a recording's name",
                path.file_name().unwrap().to_string_lossy().into_owned(),
            );
            // What is nested deep is mostly white space there.
            let text = String::from_utf8(fs::read(path).unwrap()).unwrap();
            self.add("a recording", text.lines().map(str::trim_start).collect());
        }
    }

    /// What each text is of, for those that were seen.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.0.values().copied()
    }

    /// The texts in which one of the secrets is.
    pub(crate) fn leaks(&self, secrets: &[String]) -> Vec<String> {
        let leaks = self.0.iter().filter_map(|(text, of)| {
            let undisguised = Undisguised::of(text);
            let secret = secrets.iter().find(|secret| undisguised.shows(secret))?;
            Some(format!(
                "{of} shows {secret}: {}",
                text.chars().take(2000).collect::<String>()
            ))
        });
        leaks.collect()
    }
}
