//! The files with the facts; written by `b24 import`.

pub(crate) const INDEX: &str = "";

pub(crate) const FILES: &[(&str, &str)] = &[];
