//! From the facts of a method to a declaration of it: structs, enums and their fields, as plain data.
//!
//! What the facts leave open, such as whether a number has a sign, is decided by the
//! names of parameters; everything that cannot be told is a `serde_json::Value`.

mod build;
mod docs;
mod names;
mod sense;
mod types;
mod values;
mod words;

use b24_catalog::{Api, Kind, Method};

pub use names::{full_name, short_name};

/// What a user may choose.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The name of the method's struct; [`short_name`] if left out.
    pub name: Option<String>,
    /// How dates are declared.
    pub dates: Dates,
    /// Whether deprecated parameters are declared too. Those without which the method does not work are
    /// in any case.
    pub deprecated: bool,
}

/// The types of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dates {
    /// `String`
    #[default]
    Text,
    /// Those of the crate `jiff`.
    Jiff,
    /// Those of the crate `chrono`.
    Chrono,
}

/// The struct of a method, and what its fields are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Declaration {
    /// The method itself.
    pub method: Struct,
    /// In the order in which they are first spoken of.
    pub items: Vec<Item>,
}

/// What a field is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An object of known members.
    Object(Struct),
    /// A closed set of texts.
    Values(Values),
    /// One of several types.
    Choice(Choice),
}

impl Item {
    /// The name of the type.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Object(object) => &object.name,
            Self::Values(values) => &values.name,
            Self::Choice(choice) => &choice.name,
        }
    }
}

/// A struct.
#[derive(Debug, Clone, PartialEq)]
pub struct Struct {
    /// The name of the type.
    pub name: String,
    /// Its documentation, without slashes.
    pub docs: Vec<String>,
    /// What it declares.
    pub stands_for: StandsFor,
    /// In the order of the page.
    pub fields: Vec<Field>,
}

/// What a struct declares.
#[derive(Debug, Clone, PartialEq)]
pub enum StandsFor {
    /// A method.
    Method {
        /// Its name.
        name: String,
        /// Its interface.
        api: Api,
        /// What it answers, where that is known.
        returns: Option<Type>,
        /// Under which key.
        at: Option<String>,
    },
    /// A parameter of a method, or a member of one.
    Parameter {
        /// The method's name.
        method: String,
        /// The method's interface.
        api: Api,
        /// The names on the way to it, with dots between.
        path: String,
    },
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name in Rust, without `r#`.
    pub name: String,
    /// Its documentation, without slashes.
    pub docs: Vec<String>,
    /// What the field is for.
    pub role: Role,
    /// Of which type a value of it is.
    pub ty: Type,
}

impl Field {
    /// The field itself, if it is that of the parameter.
    pub(crate) fn of(&self, wire: &str) -> Option<&Self> {
        let is_own = matches!(&self.role, Role::Parameter(parameter) if parameter.wire == wire);
        is_own.then_some(self)
    }
}

/// What a field is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// A parameter.
    Parameter(Parameter),
    /// A map of parameters whose names are not known, with what is known of the names, such as `UF_*`.
    Further(String),
}

/// What a field says of its parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub wire: String,
    /// Other spellings, which the page's own examples have.
    pub spellings: Vec<String>,
    /// Whether the name on the wire has to be told, because the field's name does not lead to it.
    pub rename: bool,
    /// It has to be given.
    pub required: bool,
    /// The group of which one has to be given.
    pub group: Option<String>,
    /// The kind by which the value is written; `None` if serde writes it.
    pub kind: Option<Kind>,
    /// Whether the kind has to be told, because it is not sure enough to hold by itself.
    pub tells_kind: bool,
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// `i64`
    Signed,
    /// `u64`
    Unsigned,
    /// `f64`
    Double,
    /// `bool`
    Boolean,
    /// `b24::YesNo`
    YesNo,
    /// `String`
    Text,
    /// A type of a crate for dates.
    Date(&'static str),
    /// `b24::Id`
    Id,
    /// `b24::Base64`
    Base64,
    /// `b24::Filter`
    Filter,
    /// `b24::FilterV3`
    FilterV3,
    /// `b24::Order`
    Order,
    /// `b24::Select`
    Select,
    /// An item of the declaration, by its name.
    Item(String),
    /// A list.
    List(Box<Type>),
    /// A map with keys that are texts.
    Map(Box<Type>),
    /// `serde_json::Value`
    Untyped,
}

impl Type {
    /// Whether something in it is untyped.
    #[must_use]
    pub fn is_untyped(&self) -> bool {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.is_untyped(),
            other => *other == Self::Untyped,
        }
    }
}

/// An enum of texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    /// The name of the type.
    pub name: String,
    /// The names of the variants, and their texts.
    pub variants: Vec<(String, String)>,
    /// There may be other texts.
    pub open: bool,
}

/// An enum of types.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The name of the type.
    pub name: String,
    /// The names of the variants, and what they hold.
    pub variants: Vec<(String, Type)>,
}

impl Declaration {
    /// Declares a method.
    ///
    /// ```
    /// use b24_catalog::{Api, find};
    /// use b24_cli::declare::{Declaration, Options};
    ///
    /// let method = find("imbot.chat.add", Api::V2).expect("a documented method");
    /// let declaration = Declaration::of(&method, &Options::default());
    /// assert_eq!(declaration.method.name, "ChatAdd");
    /// assert!(declaration.items.iter().any(|item| item.name() == "ChatAddColor"));
    /// ```
    #[must_use]
    pub fn of(method: &Method, options: &Options) -> Self {
        build::declaration(method, options)
    }

    /// The item of this name.
    #[must_use]
    pub fn item(&self, name: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.name() == name)
    }

    /// All structs: the method's, then those of its parameters.
    pub fn structs(&self) -> impl Iterator<Item = &Struct> {
        let objects = self.items.iter().filter_map(|item| match item {
            Item::Object(object) => Some(object),
            Item::Values(_) | Item::Choice(_) => None,
        });
        std::iter::once(&self.method).chain(objects)
    }
}
