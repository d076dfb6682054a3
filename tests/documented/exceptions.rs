//! The bodies that cannot pass, each with its reason.

use std::collections::BTreeMap;

/// One line for each, in `exceptions.txt`.
pub(crate) struct Exception {
    /// The first word: why it is one, in short.
    pub(crate) category: &'static str,
    /// What a person should know of it.
    pub(crate) reason: &'static str,
}

/// By what a body is called.
pub(crate) fn read() -> BTreeMap<&'static str, Exception> {
    let mut exceptions = BTreeMap::new();
    let lines = include_str!("exceptions.txt").lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.splitn(3, ' ').map(str::trim);
        let (Some(category), Some(key), Some(reason)) = (words.next(), words.next(), words.next()) else {
            panic!("an exception has a category, a body and a reason: {line}");
        };
        let exception = Exception { category, reason };
        assert!(
            exceptions.insert(key, exception).is_none(),
            "{key} is an exception twice"
        );
    }
    exceptions
}
