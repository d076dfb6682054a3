//! Parameters as plain data, with the references among them: what both forms of a batch are written from.

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::field::key_text;
use crate::reference::{REFERENCE, Target};

/// A parameter, or what is in one. It is written as JSON just as what it was made of, but for members that
/// PHP would not see.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    /// The digits of a number, as JSON writes them.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// Each name once.
    Map(Vec<(String, Node)>),
    Reference(Target),
}

impl Node {
    /// What is sent for these parameters.
    ///
    /// # Errors
    /// Why they cannot be written.
    pub(crate) fn of<P: Serialize + ?Sized>(parameters: &P) -> Result<Self, Failed> {
        parameters.serialize(Tree {
            within_reference: false,
        })
    }

    /// The command that a reference names, from what it wrote of itself.
    fn target(self) -> Option<Target> {
        let Self::List(parts) = self else { return None };
        let [
            batch,
            command,
            Self::List(path),
            Self::Text(before),
            Self::Text(after),
            Self::Bool(always),
        ] = <[Self; 6]>::try_from(parts).ok()?
        else {
            return None;
        };
        let number = |node| match node {
            Self::Number(digits) => digits.parse::<u64>().ok(),
            _ => None,
        };
        let key = |node| match node {
            Self::Text(key) => Some(key),
            _ => None,
        };
        Some(Target {
            batch: number(batch)?,
            command: usize::try_from(number(command)?).ok()?,
            path: path.into_iter().map(key).collect::<Option<_>>()?,
            before,
            after,
            always,
        })
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => {
                let number = serde_json::value::RawValue::from_string(digits.clone());
                number.map_err(S::Error::custom)?.serialize(serializer)
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(members) => serializer.collect_map(members.iter().map(|(name, node)| (name, node))),
            Self::Reference(_) => Err(S::Error::custom(crate::reference::OUTSIDE)),
        }
    }
}

/// What a value's own `Serialize` reported.
#[derive(Debug)]
pub(crate) struct Failed(pub(crate) String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl serde::ser::Error for Failed {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}

/// Makes a [`Node`] of what it is shown.
#[derive(Clone, Copy)]
struct Tree {
    within_reference: bool,
}

type Made = Result<Node, Failed>;

impl Tree {
    /// JSON's own digits; what is no number of JSON is null there, and an error here.
    fn number<N: Serialize>(number: &N) -> Made {
        match serde_json::to_string(number) {
            Ok(digits) if digits != "null" => Ok(Node::Number(digits)),
            _ => Err(Failed("a number that JSON does not have".to_owned())),
        }
    }

    fn items(self, length: Option<usize>, variant: Option<&'static str>) -> Items {
        Items {
            tree: self,
            made: Vec::with_capacity(length.unwrap_or(0).min(1024)),
            variant,
        }
    }

    fn members(self, variant: Option<&'static str>) -> Members {
        Members {
            tree: self,
            made: Vec::new(),
            key: None,
            variant,
        }
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, value: $type) -> Made {
            Self::number(&value)
        })+
    };
}

impl Serializer for Tree {
    type Ok = Node;
    type Error = Failed;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
    }
    fn serialize_bool(self, value: bool) -> Made {
        Ok(Node::Bool(value))
    }
    fn serialize_char(self, value: char) -> Made {
        Ok(Node::Text(value.to_string()))
    }
    fn serialize_str(self, value: &str) -> Made {
        Ok(Node::Text(value.to_owned()))
    }
    fn serialize_bytes(self, value: &[u8]) -> Made {
        value
            .iter()
            .map(Self::number)
            .collect::<Result<_, _>>()
            .map(Node::List)
    }
    fn serialize_none(self) -> Made {
        Ok(Node::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Made {
        Ok(Node::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Made {
        Ok(Node::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Made {
        if name == REFERENCE {
            let written = value.serialize(Self {
                within_reference: true,
            })?;
            let target = written.target().map(Node::Reference);
            return target.ok_or_else(|| Failed("a reference that names no command".to_owned()));
        }
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Made {
        Ok(Node::Map(vec![(variant.to_owned(), value.serialize(self)?)]))
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Items, Failed> {
        Ok(self.items(length, None))
    }
    fn serialize_tuple(self, length: usize) -> Result<Items, Failed> {
        Ok(self.items(Some(length), None))
    }
    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items, Failed> {
        Ok(self.items(Some(length), None))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Items, Failed> {
        Ok(self.items(Some(length), Some(variant)))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Members, Failed> {
        Ok(self.members(None))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Failed> {
        Ok(self.members(None))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, Failed> {
        Ok(self.members(Some(variant)))
    }

    // What is sent in the end is text, except for what a reference tells about itself.
    fn is_human_readable(&self) -> bool {
        !self.within_reference
    }
}

/// A variant with content is an object of one member.
fn within(variant: Option<&'static str>, node: Node) -> Node {
    match variant {
        Some(variant) => Node::Map(vec![(variant.to_owned(), node)]),
        None => node,
    }
}

/// Of members of one name the last counts, in the place of the first: so PHP reads JSON. In a form it would
/// join them.
fn unique(members: Vec<(String, Node)>) -> Vec<(String, Node)> {
    let names: HashSet<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() == members.len() {
        return members;
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut unique: Vec<(String, Node)> = Vec::with_capacity(names.len());
    for (name, node) in members {
        if let Some(place) = places.get(&name) {
            unique[*place].1 = node;
            continue;
        }
        places.insert(name.clone(), unique.len());
        unique.push((name, node));
    }
    unique
}

struct Items {
    tree: Tree,
    made: Vec<Node>,
    variant: Option<&'static str>,
}

macro_rules! items {
    ($($trait:ident::$method:ident),+ $(,)?) => {
        $(impl $trait for Items {
            type Ok = Node;
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
                self.made.push(value.serialize(self.tree)?);
                Ok(())
            }
            fn end(self) -> Made {
                Ok(within(self.variant, Node::List(self.made)))
            }
        })+
    };
}

items!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
);

struct Members {
    tree: Tree,
    made: Vec<(String, Node)>,
    key: Option<String>,
    variant: Option<&'static str>,
}

impl SerializeMap for Members {
    type Ok = Node;
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        let key = key_text(key).ok_or_else(|| Failed("a key that is no text".to_owned()))?;
        self.key = Some(key);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let key = self.key.take().unwrap_or_default();
        self.made.push((key, value.serialize(self.tree)?));
        Ok(())
    }
    fn end(self) -> Made {
        Ok(within(self.variant, Node::Map(unique(self.made))))
    }
}

macro_rules! members {
    ($($trait:ident),+) => {
        $(impl $trait for Members {
            type Ok = Node;
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Failed> {
                self.made.push((name.to_owned(), value.serialize(self.tree)?));
                Ok(())
            }
            fn end(self) -> Made {
                Ok(within(self.variant, Node::Map(unique(self.made))))
            }
        })+
    };
}

members!(SerializeStruct, SerializeStructVariant);
