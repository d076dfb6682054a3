//! An enum that makes sense.

use std::fmt;

use syn::{Attribute, Generics, Ident, Type, Visibility};

use crate::runtime::Runtime;

/// A declared enum.
pub(crate) struct Enumeration {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    /// The path of the runtime.
    pub(crate) krate: Runtime,
    pub(crate) listed: Vec<Listed>,
    /// Whether the values are sent as numbers.
    pub(crate) integers: bool,
    pub(crate) other: Option<Other>,
    /// Variants with something wrong about them.
    pub(crate) broken: Vec<Ident>,
    /// Whether it is no enum: nothing can be said of its values.
    pub(crate) shapeless: bool,
}

/// A variant that stands for one value.
pub(crate) struct Listed {
    pub(crate) ident: Ident,
    pub(crate) value: Value,
}

/// A value, as it is sent.
#[derive(Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Integer(number) => number.fmt(f),
        }
    }
}

/// The variant of the values that are not listed, and what it holds.
pub(crate) struct Other {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
}
