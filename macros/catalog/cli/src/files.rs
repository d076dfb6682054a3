//! The files of the catalog: one for each scope, the index, and the Rust file that has them all.

use std::collections::BTreeMap;
use std::fmt::Write;

use b24_catalog::{Api, Method};

use crate::write;

/// The file of methods that anybody may call.
const NO_SCOPE: &str = "none";

/// The contents of the files, by their paths below the catalog's folder.
#[must_use]
pub fn files(methods: &[Method]) -> BTreeMap<String, String> {
    let mut sorted: Vec<&Method> = methods.iter().collect();
    sorted.sort_by_key(|method| key(method));
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut index = String::new();
    for method in sorted {
        let file = method.scopes.first().map_or(NO_SCOPE, String::as_str).to_owned();
        let block = write::method(method);
        let text = texts.entry(file.clone()).or_default();
        let version = if method.api == Api::V3 { 3 } else { 2 };
        // Writing to a text cannot fail.
        let _ = writeln!(
            index,
            "{} {version} {file} {} {}",
            method.name,
            text.len(),
            block.len()
        );
        text.push_str(&block);
    }
    let table = table(texts.keys());
    let mut files: BTreeMap<String, String> = texts
        .into_iter()
        .map(|(name, text)| (format!("data/{name}.txt"), text))
        .collect();
    files.insert("data/index.txt".to_owned(), index);
    files.insert("src/data.rs".to_owned(), table);
    files
}

/// By which methods are sorted: the name in small letters, then the interface.
fn key(method: &Method) -> (String, Api) {
    (method.name.to_ascii_lowercase(), method.api)
}

/// The Rust file that embeds the others.
fn table<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let mut text = "//! The files with the facts; written by `b24 import`.\n\npub(crate) const INDEX: &str = include_str!(\"../data/index.txt\");\n\n/// By their names, sorted.\npub(crate) const FILES: &[(&str, &str)] = &[\n".to_owned();
    for name in names {
        let line = format!("    (\"{name}\", include_str!(\"../data/{name}.txt\")),\n");
        text.push_str(&line);
    }
    text + "];\n"
}
