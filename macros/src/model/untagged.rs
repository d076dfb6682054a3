//! A value that is one of several.

use syn::{Attribute, Generics, Ident, Type};

use super::Direction;
use crate::runtime::Runtime;

/// A declared enum of values: the shape tells which variant it is.
pub(crate) struct Untagged {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    /// The path of the runtime.
    pub(crate) krate: Runtime,
    pub(crate) direction: Direction,
    /// The variants, and what each holds.
    pub(crate) variants: Vec<(Ident, Type)>,
    /// Variants with something wrong about them.
    pub(crate) broken: Vec<Ident>,
}
