//! From a checkout to the facts of all methods.

use std::collections::BTreeMap;
use std::io;

use b24_catalog::{Api, Method};

use crate::checkout::Checkout;
use crate::corrections::Correction;
use crate::doubt::{About, Doubt};
use crate::library::Shelf;
use crate::samples::Samples;
use crate::siblings;
use crate::understand::{Understood, understand};

/// What a checkout says.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// How many pages there are, those of methods and others.
    pub pages: usize,
    /// In the order of their pages.
    pub methods: Vec<Method>,
    /// In the order of the pages.
    pub doubts: Vec<Doubt>,
    /// How many of the methods have no page of their own.
    pub added: usize,
    /// Lines of corrections that correct nothing, and why.
    pub unused: Vec<(usize, String)>,
}

impl Import {
    /// Whether there is a page that could not be read, and no correction explains it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.doubts.iter().any(|doubt| doubt.about.is_unreadable())
    }
}

/// Reads all pages of a checkout, and corrects them.
///
/// # Errors
/// If a file cannot be read.
pub fn import(checkout: &Checkout, corrections: &[Correction]) -> io::Result<Import> {
    let mut import = Import::default();
    let shelf = Shelf::of(checkout, corrections);
    let mut seen: BTreeMap<(String, Api), String> = BTreeMap::new();
    let mut used = vec![false; corrections.len()];
    for path in checkout.pages()? {
        import.pages += 1;
        let text = checkout.text(&path)?;
        let page = checkout.page(&path, &text);
        for (correction, used) in corrections.iter().zip(&mut used) {
            *used |= correction.tells && format!("{}.md", correction.facts.name) == path;
            if correction.page == path && correction.adds {
                *used = true;
                import.added += 1;
                import.methods.push(correction.method());
            }
        }
        let Some(mut understood) = understand(&path, &page, &called(&text), &Samples::of(&text), &shelf)
        else {
            continue;
        };
        for (correction, used) in corrections.iter().zip(&mut used) {
            if correction.page == path && !correction.adds && correction.is_of(&understood.method) {
                *used = true;
                correct(&mut understood, correction, &mut import.unused);
            }
        }
        let Understood { method, doubts } = understood;
        import.doubts.extend(doubts);
        let key = (method.name.to_ascii_lowercase(), method.api);
        if let Some(other) = seen.insert(key, path.clone()) {
            import.doubts.push(Doubt {
                page: path,
                line: 1,
                about: About::TwoPages,
                detail: other,
            });
            continue;
        }
        import.methods.push(method);
    }
    siblings::compare(&mut import.methods);
    let unused = corrections.iter().zip(used).filter(|(_, used)| !used);
    import.unused.extend(unused.map(|(correction, _)| {
        (
            correction.line,
            format!("no page {} is of this method", correction.page),
        )
    }));
    import.unused.sort();
    Ok(import)
}

fn correct(understood: &mut Understood, correction: &Correction, unused: &mut Vec<(usize, String)>) {
    for about in &correction.explains {
        let before = understood.doubts.len();
        understood.doubts.retain(|doubt| doubt.about != *about);
        if understood.doubts.len() == before {
            unused.push((correction.line, format!("there is no doubt `{about:?}` any more")));
        }
    }
    correction.apply(&mut understood.method);
}

/// The methods that a page's addresses call.
fn called(text: &str) -> Vec<String> {
    let mut called = Vec::new();
    for line in text.lines() {
        let Some((_, path)) = line.split_once("/rest/") else {
            continue;
        };
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '?' | '"' | '\'' | '`' | ')');
        let end = path.find(ends).unwrap_or(path.len());
        let name = path[..end].rsplit('/').next().unwrap_or_default();
        let name = name.trim_end_matches(".json");
        if !name.is_empty() && !called.iter().any(|known| known == name) {
            called.push(name.to_owned());
        }
    }
    called
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn addresses_call_methods() {
        let text = "https://a.example/rest/1/secret/a.b.json?x=1\nsee `/rest/batch` and /rest/\nhttps://a.example/rest/a.b\n";
        assert_eq!(called(text), ["a.b", "batch"]);
    }
}
