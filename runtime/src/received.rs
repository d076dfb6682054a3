//! Decoding an object of declared members, which generated code describes as a list of slots.

mod buffered;
mod one_of;
pub(crate) mod place;
mod unflatten;

use buffered::Buffered;
pub use one_of::{Choice, OneOf, receive_any};
pub use unflatten::Unflatten;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::error::quoted;
use crate::lenient::{Lenient, Leniently};

/// An object whose members are known: what [`b24_object`](macro@crate::b24_object) makes of a struct.
#[doc(hidden)]
pub trait Received: Sized {
    /// What the struct is called.
    const NAME: &'static str;

    /// Takes its members out of `members`.
    ///
    /// # Errors
    /// If one is missing, or is not what its type takes.
    fn __receive<M: Members>(members: &mut M) -> Result<Self, M::Error>;
}

/// The members of an object that is being decoded.
#[doc(hidden)]
pub trait Members: Sized {
    /// What goes wrong.
    type Error: de::Error;

    /// Fills each slot with the member of its name; of the same name, the last one counts. Members
    /// without a slot are kept for [`rest`](Self::rest) where something asks for them.
    ///
    /// # Errors
    /// If a member is not what its slot takes.
    fn fill(
        &mut self,
        slots: &mut [(&'static str, &mut dyn Fill<Self>)],
        rest: bool,
    ) -> Result<(), Self::Error>;

    /// The value of the member that was found.
    ///
    /// # Errors
    /// If it is not what `T` takes.
    fn value<T: Lenient>(&mut self) -> Result<T, Self::Error>;

    /// The members without a slot.
    fn others(&mut self) -> &mut Map<String, Value>;

    /// The member that tells variants apart.
    ///
    /// # Errors
    /// If it is missing, or neither a text nor a number.
    fn tag(&mut self, name: &'static str) -> Result<Tag, Self::Error> {
        let mut tag = None::<Value>;
        self.fill(&mut [(name, &mut tag)], true)?;
        let written = self.take(tag, name)?;
        // A tag is compared as a text; `6.0` is a number that PHP counts as 6.
        let text = match &written {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
            _ => place::member(name, &written)?,
        };
        Ok(Tag { text, written })
    }

    /// Puts a tag that no variant has back among the members.
    fn untag(&mut self, name: &'static str, tag: Tag) -> &mut Self {
        self.others().insert(name.to_owned(), tag.written);
        self
    }

    /// What is in the slot.
    ///
    /// # Errors
    /// If the member must be there, and is not.
    fn take<T>(&self, slot: Option<T>, name: &'static str) -> Result<T, Self::Error> {
        slot.ok_or_else(|| match self.like(name) {
            Some(found) => de::Error::custom(format_args!(
                "missing field `{name}`, but there is {}: `rename_all` or `rename` says how names are written",
                quoted(found)
            )),
            None => de::Error::missing_field(name),
        })
    }

    /// A member that has no slot, and a name that is this one but for case and underscores.
    fn like(&self, _: &str) -> Option<&str> {
        None
    }
}

/// The member that tells variants apart.
#[doc(hidden)]
#[derive(Debug)]
pub struct Tag {
    /// As it is compared.
    text: String,
    /// As it came.
    written: Value,
}

impl std::ops::Deref for Tag {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// A slot for a member of some type: what stands for an absent member, until the member comes.
#[doc(hidden)]
pub trait Fill<M: Members> {
    /// Takes the value of the member that was found.
    ///
    /// # Errors
    /// If it is not what the slot takes.
    fn fill(&mut self, members: &mut M) -> Result<(), M::Error>;
}

/// A slot for a member that has a default, which stands also where the member is there as nothing.
#[doc(hidden)]
#[derive(Debug)]
pub struct Defaulted<T>(Option<T>);

impl<T> Defaulted<T> {
    // Not by `Default`: generated code may stand where no prelude is.
    /// With nothing in it yet.
    #[must_use]
    pub const fn empty() -> Self {
        Self(None)
    }

    /// What came, or else the default.
    pub fn or(self, default: impl FnOnce() -> T) -> T {
        self.0.unwrap_or_else(default)
    }
}

impl<T: Lenient, M: Members> Fill<M> for Defaulted<T> {
    fn fill(&mut self, members: &mut M) -> Result<(), M::Error> {
        // What can be nothing itself says what nothing is.
        self.0 = if T::missing().is_some() {
            Some(members.value()?)
        } else {
            members.value::<Option<T>>()?
        };
        Ok(())
    }
}

impl<T: Lenient, M: Members> Fill<M> for Option<T> {
    fn fill(&mut self, members: &mut M) -> Result<(), M::Error> {
        *self = Some(members.value()?);
        Ok(())
    }
}

/// The member that holds what a variant holds, once the tag was found. Where it is absent or `null`, an
/// object of optional members is still one.
pub(crate) fn content<T: Lenient, M: Members>(members: &mut M, name: &'static str) -> Result<T, M::Error> {
    let found = members.others().remove(name).filter(|found| !found.is_null());
    if let Some(found) = found {
        return place::member(name, &found);
    }
    let nothing = T::missing().or_else(|| T::decode(Value::Array(Vec::new())).ok());
    members.take(nothing, name)
}

/// The error of a tag that no variant has.
#[must_use]
pub fn unknown_tag<E: de::Error>(name: &'static str, tag: &str, known: &[&str]) -> E {
    let (tag, known) = (quoted(tag), known.join(", "));
    E::custom(format_args!("`{name}` is {tag}, expected one of {known}"))
}

/// The name under which an object of declared members is asked for, by which it is known from others.
pub(crate) const DECLARED: &str = "b24::Received";

/// The body of every generated `Deserialize::deserialize`.
///
/// # Errors
/// If what comes is no object, or a member is missing or is not what its type takes.
pub fn receive<'de, T: Received, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(DECLARED, Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Received> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, `{}`", T::NAME)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::__receive(&mut Streamed {
            access,
            rest: Map::new(),
            unlike: Vec::new(),
            de: PhantomData,
        })
    }

    /// PHP writes an object without members as an empty list.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<T, A::Error> {
        if items.next_element::<IgnoredAny>()?.is_some() {
            return Err(de::Error::invalid_type(de::Unexpected::Seq, &self));
        }
        T::__receive(&mut Buffered::new(&mut Map::new()))
    }
}

/// Members as they come.
struct Streamed<'de, A> {
    access: A,
    rest: Map<String, Value>,
    /// Names that differ from those of slots in case and underscores alone.
    unlike: Vec<String>,
    de: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> Members for Streamed<'de, A> {
    type Error = A::Error;

    fn fill(
        &mut self,
        slots: &mut [(&'static str, &mut dyn Fill<Self>)],
        rest: bool,
    ) -> Result<(), A::Error> {
        while let Some(name) = self.access.next_key_seed(Place { slots, rest })? {
            match name {
                Found::Member(place) => {
                    if let Some((_, slot)) = slots.get_mut(place) {
                        slot.fill(self)?;
                    }
                }
                Found::Rest(name) => {
                    let value = self.access.next_value()?;
                    self.rest.insert(name, value);
                }
                Found::Like(name) => {
                    self.unlike.push(name);
                    self.access.next_value::<IgnoredAny>()?;
                }
                Found::Nothing => {
                    self.access.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn value<T: Lenient>(&mut self) -> Result<T, A::Error> {
        self.access.next_value_seed(Leniently::<T>::default())
    }

    fn others(&mut self) -> &mut Map<String, Value> {
        &mut self.rest
    }

    fn like(&self, name: &str) -> Option<&str> {
        let mut found = self.unlike.iter().chain(self.rest.keys());
        found.find(|found| is_like(found, name)).map(String::as_str)
    }
}

/// Whether two names are the same but for case and underscores.
fn is_like(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(name: &str) -> impl Iterator<Item = u8> {
    let letters = name.bytes().filter(|byte| *byte != b'_');
    letters.map(|byte| byte.to_ascii_lowercase())
}

/// What a member's name leads to.
enum Found {
    Member(usize),
    Rest(String),
    Like(String),
    Nothing,
}

/// Looks a member's name up among the slots.
struct Place<'a, 's, M> {
    slots: &'a [(&'static str, &'s mut dyn Fill<M>)],
    rest: bool,
}

impl<'de, M> DeserializeSeed<'de> for Place<'_, '_, M> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<M> Visitor<'_> for Place<'_, '_, M> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Found, E> {
        Ok(match self.slots.iter().position(|(slot, _)| *slot == name) {
            Some(place) => Found::Member(place),
            None if self.rest => Found::Rest(name.to_owned()),
            None if self.slots.iter().any(|(slot, _)| is_like(slot, name)) => Found::Like(name.to_owned()),
            None => Found::Nothing,
        })
    }
}
