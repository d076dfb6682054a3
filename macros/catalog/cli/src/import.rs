//! From a checkout to the facts of all methods.

use std::collections::BTreeMap;
use std::io;

use b24_catalog::{Api, Method};

use crate::checkout::Checkout;
use crate::doubt::{About, Doubt};
use crate::samples::Samples;
use crate::understand::understand;

/// What a checkout says.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// How many pages there are, those of methods and others.
    pub pages: usize,
    /// In the order of their pages.
    pub methods: Vec<Method>,
    /// In the order of the pages.
    pub doubts: Vec<Doubt>,
}

/// Reads all pages of a checkout.
///
/// # Errors
/// If a file cannot be read.
pub fn import(checkout: &Checkout) -> io::Result<Import> {
    let mut import = Import::default();
    let mut seen: BTreeMap<(String, Api), String> = BTreeMap::new();
    for path in checkout.pages()? {
        import.pages += 1;
        let text = checkout.text(&path)?;
        let page = checkout.page(&path, &text);
        let called = called(&text);
        let Some(understood) = understand(&path, &page, &called, &Samples::of(&text)) else { continue };
        import.doubts.extend(understood.doubts);
        let method = understood.method;
        let key = (method.name.to_ascii_lowercase(), method.api);
        if let Some(other) = seen.insert(key, path.clone()) {
            import.doubts.push(Doubt { page: path, line: 1, about: About::TwoPages, detail: other });
            continue;
        }
        import.methods.push(method);
    }
    Ok(import)
}

/// The methods that a page's addresses call.
fn called(text: &str) -> Vec<String> {
    let mut called = Vec::new();
    for line in text.lines() {
        let Some((_, path)) = line.split_once("/rest/") else { continue };
        let end = path.find(|letter: char| letter.is_whitespace() || matches!(letter, '?' | '"' | '\'' | '`' | ')')).unwrap_or(path.len());
        let name = path[..end].rsplit('/').next().unwrap_or_default();
        let name = name.trim_end_matches(".json");
        if !name.is_empty() && !called.iter().any(|known| known == name) {
            called.push(name.to_owned());
        }
    }
    called
}
