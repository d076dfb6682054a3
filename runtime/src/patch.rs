//! A parameter of an update: left as it is, cleared, or set.

mod clearable;
mod into_field;

pub use clearable::Clearable;

use std::marker::PhantomData;

use serde::de::{self, Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{self, Serialize, Serializer};

use crate::enumeration::Table;
use crate::field::{Field, HasItems, HasLength, HasRange, HasValues, Optional};
use crate::visit::Visitor;

/// What an update does to a value: leave it, clear it, or set it.
///
/// An `Option` has two of these three: `None` is not sent, and leaves the value as it is. Where a
/// value can also be cleared, `Patch` says so, and [`Clearable`] knows how it is written.
///
/// ```
/// use b24::{Patch, b24_method};
///
/// #[b24_method("user.update")]
/// struct UserUpdate {
///     #[b24(required)]
///     id: u64,
///     #[b24(length = 1..=50)]
///     name: Patch<String>,
///     work_position: Patch<String>,
/// }
///
/// let user = UserUpdate::new(5_u64).name("Ann").work_position(Patch::Clear);
/// assert_eq!(
///     serde_json::to_string(&user)?,
///     r#"{"ID":5,"NAME":"Ann","WORK_POSITION":""}"#
/// );
/// # assert_eq!(
/// #     serde_json::to_string(&UserUpdate::new(5_u64).work_position("Pilot").name(Patch::Clear))?,
/// #     r#"{"ID":5,"NAME":"","WORK_POSITION":"Pilot"}"#
/// # );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A setter takes what it takes for `T`, or a `Patch`; no `Option`, whose `None` could mean two
/// things. The rules of the field (`length`, `enum`, ...) hold for a value that is set; to clear it
/// is always allowed. A field that is `required` must be set or cleared.
///
/// In a type with serde's own derive, leave out what is kept:
///
/// ```
/// use b24::Patch;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize, Default)]
/// struct Fields {
///     #[serde(default, skip_serializing_if = "Patch::is_keep")]
///     title: Patch<String>,
///     #[serde(default, skip_serializing_if = "Patch::is_keep")]
///     comments: Patch<String>,
/// }
///
/// let fields: Fields = serde_json::from_str(r#"{"title":null}"#)?;
/// assert_eq!((fields.title.clone(), fields.comments.clone()), (Patch::Clear, Patch::Keep));
/// assert_eq!(serde_json::to_string(&fields)?, r#"{"title":""}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Patch<T> {
    /// Not sent: the value stays as it is.
    #[default]
    Keep,
    /// Sent as what Bitrix24 takes for nothing.
    Clear,
    /// Sent: the new value.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether the value stays as it is.
    ///
    /// ```
    /// use b24::Patch;
    ///
    /// assert!(Patch::<u64>::default().is_keep());
    /// assert!(!Patch::<u64>::Clear.is_keep());
    /// ```
    #[must_use]
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Clearable + Field + Serialize> Field for Patch<T> {
    type Value = T;

    #[inline]
    fn from_value(value: T) -> Self {
        Self::Set(value)
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_keep()
    }

    #[inline]
    fn __given(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    #[inline]
    fn __visit<V: Visitor>(&self, name: &'static str, visitor: &mut V) {
        visitor.field(name, self, self);
    }

    const __NESTED: bool = T::__NESTED;

    #[inline]
    fn __inside<V: Visitor>(&self, visitor: &mut V) {
        if let Self::Set(value) = self {
            value.__inside(visitor);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> Optional for Patch<T> {
    const ABSENT: Self = Self::Keep;
}

#[diagnostic::do_not_recommend]
impl<T: HasValues> HasValues for Patch<T> {
    const __KNOWN: Option<&'static Table> = T::__KNOWN;
}
#[diagnostic::do_not_recommend]
impl<T: HasRange> HasRange for Patch<T> {}
#[diagnostic::do_not_recommend]
impl<T: HasLength> HasLength for Patch<T> {}
#[diagnostic::do_not_recommend]
impl<T: HasItems> HasItems for Patch<T> {}

/// The name under which a cleared value is written, by which the check of a field's rules knows it.
pub(crate) const CLEARED: &str = "b24::Cleared";

/// A value that was cleared, as it is written.
struct Cleared<T>(PhantomData<T>);

impl<T: Clearable> Serialize for Cleared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::serialize_cleared(serializer)
    }
}

impl<T: Clearable + Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // There is no way to write it: `null` clears in some methods, and is ignored by others.
            Self::Keep => Err(ser::Error::custom(
                "a value that is kept is not written; leave it out with \
                 `#[serde(skip_serializing_if = \"b24::Patch::is_keep\")]`",
            )),
            Self::Clear => serializer.serialize_newtype_struct(CLEARED, &Cleared::<T>(PhantomData)),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

/// `null`, an empty text, and what a cleared `T` is written as become `Clear`; what is absent needs
/// `#[serde(default)]`.
impl<'de, T: Clearable + DeserializeOwned> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let cleared = T::serialize_cleared(serde_json::value::Serializer).ok();
        if value.is_null() || value.as_str() == Some("") || cleared.is_some_and(|cleared| cleared == value) {
            return Ok(Self::Clear);
        }
        T::deserialize(value).map(Self::Set).map_err(de::Error::custom)
    }
}
