//! The item stays as it is: `cfg`s, visibility, raw identifiers, documentation, other derives.
#![deny(missing_docs, unused)]
#![allow(unexpected_cfgs, non_camel_case_types)]

use std::collections::BTreeMap;

/// Objects that another module uses.
pub mod objects {
    use b24::b24_object;

    /// A phone.
    ///
    /// With `code` and a [link](Phone).
    #[b24_object]
    #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct Phone {
        #[doc = "A number."]
        #[b24(required)]
        pub value: String,
        /// Raw.
        pub r#type: Option<String>,
        /// There.
        #[cfg(not(nowhere))]
        pub here: Option<u64>,
        /// Not there.
        #[cfg(nowhere)]
        #[b24(required)]
        pub there: Elsewhere,
        /// Seen by the crate.
        pub(crate) inside: Option<u64>,
        /// Seen by nobody.
        #[b24(skip)]
        hidden: u64,
        #[cfg_attr(not(nowhere), b24(rename = "Renamed"))]
        /// Under another name.
        pub renamed: Option<u64>,
    }

    impl Phone {
        /// What nobody sees.
        pub fn hidden_sum(&self) -> u64 {
            self.hidden + self.inside.unwrap_or(0)
        }
    }

    /// One of several.
    #[b24_object(tag = "type")]
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
    pub enum r#Kind {
        /// None of them.
        #[default]
        r#None,
        /// Not there.
        #[cfg(nowhere)]
        There(Elsewhere),
        /// A phone.
        #[cfg(not(nowhere))]
        #[cfg_attr(not(nowhere), b24("phone"))]
        Phone(Phone),
    }

    /// What is named as a keyword.
    #[b24_object(result)]
    #[derive(Debug)]
    pub(crate) struct r#move {
        pub(in crate::objects) r#fn: u64,
    }

    impl r#move {
        pub(crate) fn get(&self) -> u64 {
            self.r#fn
        }
    }
}

/// Within a function, by the crate's path.
pub fn inside() -> u64 {
    #[b24::b24_object]
    struct Inner {
        value: Option<u64>,
    }
    let inner: Inner = serde_json::from_str(r#"{"VALUE":3}"#).unwrap();
    inner.value(4).value.unwrap()
}

fn main() {
    use objects::{Kind, Phone};
    let phone = Phone::new("+49").r#type("WORK").here(1).inside(2).hidden(3).renamed(4);
    assert_eq!(phone.hidden_sum(), 5);
    let text = r#"{"VALUE":"+49","TYPE":"WORK","HERE":1,"INSIDE":2,"Renamed":4}"#;
    assert_eq!(serde_json::to_string(&phone).unwrap(), text);
    let kinds = [Kind::default(), Kind::Phone(phone)];
    let text = serde_json::to_string(&kinds).unwrap();
    assert!(text.starts_with(r#"[{"type":"NONE"},{"type":"phone","VALUE""#), "{text}");
    let moved: BTreeMap<String, objects::r#move> = serde_json::from_str(r#"{"a":{"FN":"7"}}"#).unwrap();
    assert_eq!(moved["a"].get() + inside(), 11);
}
