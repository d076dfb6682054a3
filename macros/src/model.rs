//! A declaration that makes sense: what the code is written from.

mod enumeration;
mod list;
mod tagged;
mod untagged;

use std::fmt;

use b24_catalog::Api;
pub(crate) use b24_catalog::{Effect, Kind};
use proc_macro2::{Span, TokenStream};
use syn::{Attribute, Generics, Ident, Path, Type, Visibility};

use crate::runtime::Runtime;
pub(crate) use enumeration::{Enumeration, Listed, Other, Value};
pub(crate) use list::{Cursor, List, Paging, Sort};
pub(crate) use tagged::{Tagged, Variant};
pub(crate) use untagged::Untagged;

/// Something, and where it was written.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> At<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A number, as it was written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

/// A declared method.
pub(crate) struct Method {
    pub(crate) structure: Structure,
    pub(crate) name: String,
    pub(crate) api: Api,
    pub(crate) effect: Effect,
    pub(crate) returns: Option<Type>,
    /// The member of `result` under which it lies.
    pub(crate) at: Option<String>,
    pub(crate) codes: Vec<Code>,
    pub(crate) codes_ident: Ident,
    /// How it lists, where that is known.
    pub(crate) list: Option<List>,
    /// What is documented of it.
    pub(crate) facts: Option<Box<b24_catalog::Method>>,
}

/// A declared object: a struct, or one of several.
pub(crate) enum AnyObject {
    Struct(Box<Object>),
    Tagged(Box<Tagged>),
    Untagged(Box<Untagged>),
}

/// A struct that is an object.
pub(crate) struct Object {
    pub(crate) structure: Structure,
    pub(crate) direction: Direction,
}

/// Which way an object goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// It is part of a method's parameters.
    Sent,
    /// It is part of a result.
    Received,
    Both,
}

impl Direction {
    pub(crate) fn is_sent(self) -> bool {
        self != Self::Received
    }

    pub(crate) fn is_received(self) -> bool {
        self != Self::Sent
    }
}

/// The struct of a method or an object.
pub(crate) struct Structure {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    /// The path of the runtime.
    pub(crate) krate: Runtime,
    pub(crate) default: bool,
    /// What its fields are, in words.
    pub(crate) noun: &'static str,
    /// Which documented parameter an object stands for, in words.
    pub(crate) stands_for: Option<String>,
    pub(crate) fields: Vec<Field>,
    pub(crate) relations: Vec<Relation>,
    /// Whether it is not a struct with named fields: nothing can be said of its values.
    pub(crate) shapeless: bool,
    /// The file of the user's own facts, below the root of the crate: a change of it is a change of the code.
    pub(crate) tracked: Option<At<String>>,
    pub(crate) warnings: Vec<Warning>,
}

/// Something that the compiler says as a use of something deprecated, for a macro has no other warnings.
pub(crate) struct Warning {
    pub(crate) span: Span,
    /// What is said to be deprecated.
    pub(crate) item: &'static str,
    pub(crate) message: String,
}

impl Structure {
    /// The fields that are parameters, or members of an object.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&Field, &Parameter)> {
        self.fields.iter().filter_map(|field| match &field.role {
            Role::Parameter(parameter) => Some((field, &**parameter)),
            Role::Skipped | Role::Flattened { .. } => None,
        })
    }

    /// The fields that `new` takes.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_required())
    }
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
    /// Whether something is wrong with it: the code must not lead to further errors.
    pub(crate) broken: bool,
    /// Whether it has a setter; not where the name is that of another method.
    pub(crate) setter: bool,
}

impl Field {
    /// Whether `new` takes it.
    pub(crate) fn is_required(&self) -> bool {
        match &self.role {
            Role::Skipped => false,
            Role::Flattened { required } => *required,
            Role::Parameter(parameter) => matches!(parameter.start, Start::Required),
        }
    }
}

/// What a field is for.
pub(crate) enum Role {
    /// Not a parameter.
    Skipped,
    /// A map of further parameters, or an object of them.
    Flattened {
        required: bool,
    },
    Parameter(Box<Parameter>),
}

/// A field that is a parameter.
pub(crate) struct Parameter {
    pub(crate) wire: At<String>,
    /// What it is sent as, where the declaration says so.
    pub(crate) kind: Option<Kind>,
    pub(crate) start: Start,
    /// It need not be given, whatever is documented.
    pub(crate) optional: bool,
    pub(crate) rules: Rules,
    /// What is documented of it.
    pub(crate) facts: Option<Box<b24_catalog::Parameter>>,
    /// The documented parameter that it is without its facts, since the name is mistyped or said to be
    /// unlisted: that one is not missing.
    pub(crate) meant: Option<String>,
}

impl Parameter {
    /// The one documented parameter that it is; an open key stands for several.
    pub(crate) fn documented_name(&self) -> Option<&str> {
        let facts = self.facts.as_ref().filter(|facts| !facts.is_open());
        facts.map(|facts| facts.name.as_str())
    }
}

/// What holds between fields, which are told by their place in the struct.
pub(crate) enum Relation {
    /// The first is given only together with the second.
    Requires(usize, usize),
    /// They are not given both.
    Conflicts(usize, usize),
    /// At least one of them is given.
    OneOf(Vec<usize>),
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
    /// The allowed values, as they are sent.
    pub(crate) allowed: Option<Vec<At<String>>>,
    pub(crate) range: Option<Range>,
    pub(crate) length: Option<Count>,
    pub(crate) items: Option<Count>,
    /// The user's own check.
    pub(crate) validate: Option<Path>,
    pub(crate) known: Option<Known>,
}

/// What is documented of a value, and not declared.
pub(crate) struct Known {
    pub(crate) values: Option<Vec<String>>,
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

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [min, max] = [self.min, self.max].map(|bound| match bound {
            Some(Number::Integer(number)) => number.to_string(),
            Some(Number::Float(number)) => format!("{number:?}"),
            None => String::new(),
        });
        let equals = if self.exclusive || self.max.is_none() {
            ""
        } else {
            "="
        };
        write!(f, "{min}..{equals}{max}")
    }
}

/// Bounds of a length, both inside.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    pub(crate) min: usize,
    pub(crate) max: usize,
}

impl Count {
    pub(crate) fn contains(self, length: usize) -> bool {
        (self.min..=self.max).contains(&length)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (min, usize::MAX) => write!(f, "at least {min}"),
            (0, max) => write!(f, "at most {max}"),
            (min, max) if min == max => write!(f, "exactly {min}"),
            (min, max) => write!(f, "{min} to {max}"),
        }
    }
}
