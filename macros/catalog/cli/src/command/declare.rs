//! Declarations in Rust.

use std::error::Error;
use std::process::ExitCode;

use anstream::eprintln;
use b24_catalog::{Api, Method};
use b24_cli::declare::{Dates, Declaration, Options, full_name, short_name};
use b24_cli::render;
use b24_cli::show::WARNING;
use clap::{Args, ValueEnum};

use super::{Interface, methods, print};

/// Prints methods as Rust.
#[derive(Args)]
pub(crate) struct Declare {
    /// The name of a method: `imbot.v2.Chat.add`
    #[arg(required = true, value_name = "METHOD")]
    names: Vec<String>,
    /// The interface, where both have the method: 2 if left out
    #[arg(long)]
    api: Option<Interface>,
    /// The name of the struct; if left out, it is made of the method's name without its first part
    #[arg(long, value_name = "STRUCT", value_parser = struct_name)]
    name: Option<String>,
    /// The types of dates: texts, or those of a crate whose name is also a feature of b24
    #[arg(long, value_enum, default_value_t)]
    dates: OfDates,
    /// Declare deprecated parameters too
    #[arg(long)]
    deprecated: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum OfDates {
    #[default]
    Text,
    Jiff,
    Chrono,
}

/// What Rust takes for a type.
fn struct_name(name: &str) -> Result<String, String> {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    if name.starts_with(|first: char| first.is_ascii_uppercase()) && name.chars().all(letter) {
        Ok(name.to_owned())
    } else {
        Err("a struct is called as in `ChatAdd`".to_owned())
    }
}

impl Declare {
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        if self.name.is_some() && self.names.len() > 1 {
            return Err("`--name` is for one method".into());
        }
        let mut declared = Vec::new();
        for name in &self.names {
            let found = methods(name, self.api)?;
            if let [_, _, ..] = found[..] {
                eprintln!(
                    "{WARNING}note{WARNING:#}: REST 3 has a method `{name}` too: `--api 3` declares it"
                );
            }
            declared.extend(found.into_iter().next());
        }
        let text = render::file(&self.declarations(&declared));
        print(&text)?;
        for method in &declared {
            warn_of_deprecation(method);
        }
        note_what_is_needed(&text);
        Ok(ExitCode::SUCCESS)
    }

    /// Where two methods would be called the same, both have their whole names.
    fn declarations(&self, methods: &[Method]) -> Vec<Declaration> {
        let declare = |method: &Method| {
            let short = short_name(&method.name);
            let same = methods.iter().filter(|other| short_name(&other.name) == short);
            let name = if same.count() > 1 {
                full_name(&method.name)
            } else {
                short
            };
            let options = Options {
                name: Some(self.name.clone().unwrap_or(name)),
                dates: match self.dates {
                    OfDates::Text => Dates::Text,
                    OfDates::Jiff => Dates::Jiff,
                    OfDates::Chrono => Dates::Chrono,
                },
                deprecated: self.deprecated,
            };
            Declaration::of(method, &options)
        };
        methods.iter().map(declare).collect()
    }
}

/// The crates that a declaration speaks of, besides b24.
fn note_what_is_needed(text: &str) {
    for (path, needs) in [
        ("serde_json::", "the crate serde_json: `cargo add serde_json`"),
        ("jiff::", "the crate jiff, and b24 with the feature `jiff`"),
        ("chrono::", "the crate chrono, and b24 with the feature `chrono`"),
    ] {
        if text.contains(path) {
            eprintln!("{WARNING}note{WARNING:#}: `{path}` needs {needs}");
        }
    }
}

/// A deprecated method is declared, but nobody should begin with it unknowingly.
fn warn_of_deprecation(method: &Method) {
    let Some(deprecation) = &method.deprecation else {
        return;
    };
    eprintln!(
        "{WARNING}warning{WARNING:#}: `{}` is deprecated by Bitrix24{}",
        method.name,
        deprecation.instead()
    );
    for name in &deprecation.methods {
        if is_method(name) {
            eprintln!("         its declaration: b24 declare {name}");
        }
    }
}

/// Whether it is a method, and not a group of them such as `crm.item.*`.
fn is_method(name: &str) -> bool {
    [Api::V2, Api::V3]
        .iter()
        .any(|api| b24_catalog::find(name, *api).is_some())
}
