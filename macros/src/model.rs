//! A declaration that makes sense: what the code is written from.

use proc_macro2::TokenStream;
use syn::{Attribute, Generics, Ident, Type, Visibility};

use crate::parse::{At, Number};

/// A declared method.
pub(crate) struct Method {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    /// The path of the runtime.
    pub(crate) krate: TokenStream,
    pub(crate) name: String,
    pub(crate) effect: Effect,
    pub(crate) returns: Option<Type>,
    pub(crate) codes: Vec<Code>,
    pub(crate) codes_ident: Ident,
    pub(crate) default: bool,
    pub(crate) fields: Vec<Field>,
}

/// Whether the method changes anything.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    Read,
    Write,
}

/// An error code, and the variant that stands for it.
pub(crate) struct Code {
    pub(crate) code: String,
    pub(crate) variant: Ident,
}

/// A field of the struct.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) role: Role,
}

/// What a field is for.
pub(crate) enum Role {
    /// Not a parameter.
    Skipped,
    Parameter(Box<Parameter>),
}

/// A field that is a parameter.
pub(crate) struct Parameter {
    pub(crate) wire: At<String>,
    pub(crate) start: Start,
    pub(crate) rules: Rules,
}

/// What a new value begins with.
pub(crate) enum Start {
    /// Its type's absent value.
    Absent,
    /// What `new` is given.
    Required,
    /// An expression of the user's.
    Default(TokenStream),
}

/// What a value must satisfy.
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) secret: bool,
    /// The allowed values, as they are sent; empty where there is no such rule.
    pub(crate) allowed: Vec<String>,
    pub(crate) range: Option<Range>,
    pub(crate) length: Option<Count>,
    pub(crate) items: Option<Count>,
}

/// Bounds of a number.
#[derive(Clone, Copy)]
pub(crate) struct Range {
    pub(crate) min: Option<Number>,
    pub(crate) max: Option<Number>,
    pub(crate) exclusive: bool,
}

/// Bounds of a length, both inside.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    pub(crate) min: usize,
    pub(crate) max: usize,
}
