//! Decoding an object of declared members, which generated code describes as a list of slots.

mod buffered;
mod one_of;
mod unflatten;

use buffered::Buffered;
pub use one_of::{OneOf, receive_any};
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

    /// The member that tells variants apart, in a text.
    ///
    /// # Errors
    /// If it is missing, or neither a text nor a number.
    fn tag(&mut self, name: &'static str) -> Result<String, Self::Error> {
        let mut tag = None::<String>;
        self.fill(&mut [(name, &mut tag)], true)?;
        self.take(tag, name)
    }

    /// Puts a tag that no variant has back among the members.
    fn untag(&mut self, name: &'static str, tag: String) -> &mut Self {
        self.others().insert(name.to_owned(), Value::String(tag));
        self
    }

    /// What is in the slot.
    ///
    /// # Errors
    /// If the member must be there, and is not.
    fn take<T>(&self, slot: Option<T>, name: &'static str) -> Result<T, Self::Error> {
        slot.ok_or_else(|| de::Error::missing_field(name))
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

impl<T: Lenient, M: Members> Fill<M> for Option<T> {
    fn fill(&mut self, members: &mut M) -> Result<(), M::Error> {
        *self = Some(members.value()?);
        Ok(())
    }
}

/// The member that holds what a variant holds, once the tag was found.
pub(crate) fn content<T: Lenient, M: Members>(members: &mut M, name: &'static str) -> Result<T, M::Error> {
    let mut content = T::missing();
    Buffered::<M::Error>::new(members.others()).fill(&mut [(name, &mut content)], true)?;
    members.take(content, name)
}

/// The error of a tag that no variant has.
#[must_use]
pub fn unknown_tag<E: de::Error>(name: &'static str, tag: &str, known: &[&str]) -> E {
    let (tag, known) = (quoted(tag), known.join(", "));
    E::custom(format_args!("`{name}` is {tag}, expected one of {known}"))
}

/// The body of every generated `Deserialize::deserialize`.
///
/// # Errors
/// If what comes is no object, or a member is missing or is not what its type takes.
pub fn receive<'de, T: Received, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Received> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, `{}`", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::__receive(&mut Streamed {
            access,
            rest: Map::new(),
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
}

/// What a member's name leads to.
enum Found {
    Member(usize),
    Rest(String),
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
            None => Found::Nothing,
        })
    }
}
