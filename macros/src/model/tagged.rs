//! An object that is one of several.

use syn::{Attribute, Generics, Ident, Type};

use super::{Direction, Other, Value};
use crate::runtime::Runtime;

/// A declared enum of objects: a member, the tag, tells which variant it is.
pub(crate) struct Tagged {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    /// The path of the runtime.
    pub(crate) krate: Runtime,
    pub(crate) direction: Direction,
    /// The name of the tag.
    pub(crate) tag: String,
    /// The member that holds what a variant holds; otherwise that stands beside the tag.
    pub(crate) content: Option<String>,
    pub(crate) variants: Vec<Variant>,
    /// The variant of the tags that are not listed.
    pub(crate) other: Option<Other>,
    /// Variants with something wrong about them.
    pub(crate) broken: Vec<Ident>,
}

/// One of the objects.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) tag: Value,
    pub(crate) content: Option<Type>,
}
