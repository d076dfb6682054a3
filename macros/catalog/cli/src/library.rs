//! The pages that a page links to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::checkout::Checkout;
use crate::corrections::Correction;
use crate::page::Page;

/// Where linked pages are found.
pub trait Library {
    /// The page at a path below the root, without `.md`; `None` where there is none.
    fn page(&self, path: &str) -> Option<Rc<Page>>;

    /// What is known better than the page says it.
    fn told(&self, path: &str) -> Option<&Correction>;
}

/// No pages at all.
impl Library for () {
    fn page(&self, _: &str) -> Option<Rc<Page>> {
        None
    }

    fn told(&self, _: &str) -> Option<&Correction> {
        None
    }
}

/// The pages of a checkout, each read once.
#[derive(Debug)]
pub struct Shelf<'a> {
    checkout: &'a Checkout,
    corrections: &'a [Correction],
    read: RefCell<BTreeMap<String, Option<Rc<Page>>>>,
}

impl<'a> Shelf<'a> {
    /// None of them is read yet.
    #[must_use]
    pub fn of(checkout: &'a Checkout, corrections: &'a [Correction]) -> Self {
        Self {
            checkout,
            corrections,
            read: RefCell::default(),
        }
    }
}

impl Library for Shelf<'_> {
    fn page(&self, path: &str) -> Option<Rc<Page>> {
        if let Some(known) = self.read.borrow().get(path) {
            return known.clone();
        }
        let file = format!("{path}.md");
        let text = self.checkout.text(&file).ok();
        let page = text.map(|text| Rc::new(self.checkout.page(&file, &text)));
        self.read.borrow_mut().insert(path.to_owned(), page.clone());
        page
    }
    fn told(&self, path: &str) -> Option<&Correction> {
        let is_it = |correction: &&Correction| correction.tells && correction.facts.name == path;
        self.corrections.iter().find(is_it)
    }
}
