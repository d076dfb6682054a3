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
    let mut text = HEAD.to_owned();
    for name in names {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "    (\"{name}\", include_str!(\"../data/{name}.txt\")),");
    }
    text + "];\n"
}

const HEAD: &str = r#"//! The files with the facts; written by `b24 import`.

pub(crate) const INDEX: &str = include_str!("../data/index.txt");

/// By their names, sorted.
#[rustfmt::skip] // one file a line, however long its name is
pub(crate) const FILES: &[(&str, &str)] = &[
"#;

#[cfg(test)]
mod tests {
    use b24_catalog::read;

    use super::*;

    #[test]
    fn a_file_holds_its_methods_and_the_index_finds_them() {
        let mut methods = ["b.c", "B.a"].map(|name| Method::new(name, Api::V2));
        methods[0].scopes.push("im".to_owned());
        methods[1].scopes.push("im".to_owned());
        let files = files(&methods);
        let text = &files["data/im.txt"];
        let names: Vec<String> = read::methods(text)
            .unwrap()
            .into_iter()
            .map(|method| method.name)
            .collect();
        assert_eq!(names, ["B.a", "b.c"]);
        let index: Vec<Vec<&str>> = files["data/index.txt"]
            .lines()
            .map(|line| line.split(' ').collect())
            .collect();
        assert_eq!(index[0][..3], ["B.a", "2", "im"]);
        let place = |word: &str| word.parse::<usize>().unwrap();
        let (start, length) = (place(index[1][3]), place(index[1][4]));
        assert!(text[start..start + length].starts_with("b.c\n"));
        assert!(files["src/data.rs"].contains("(\"im\", include_str!(\"../data/im.txt\"))"));
    }
}
