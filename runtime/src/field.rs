//! Which Rust types may stand as a field of a method, and how such a field is absent.

mod flatten;
mod into_field;
mod items;
mod kept;
mod restrict;
mod start;

pub use flatten::Flatten;
pub use into_field::{IntoField, IntoRequired};
pub use items::Items;
pub use kept::HoldsObject;
pub use restrict::{HasItems, HasLength, HasRange, HasValues};
pub use start::{FlattenedDefault, SkippedDefault};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::visit::{Step, Visitor};

/// A type that a field of a method may have.
///
/// Implemented for every [`Scalar`], for the standard lists and maps of such types, and for an `Option`
/// of any of them. It is not implemented by hand: a type of your own becomes a field
/// by being a [`Scalar`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a parameter",
    label = "b24 does not know how to send this type",
    note = "an object of your own: declare it with `#[b24_object]`, and without `result`; an enum of values: with `#[b24_enum]`",
    note = "another type of your own: derive `serde::Serialize` for it and add `impl b24::Scalar for ... {{}}`; a type of another crate: wrap it in `b24::Json<...>`, or for dates of `jiff` and `chrono` switch on b24's feature of that name"
)]
pub trait Field {
    /// What must be given where the field is required: `T` of an `Option<T>`, otherwise the type
    /// itself.
    type Value;

    /// The field with a value in it.
    fn from_value(value: Self::Value) -> Self;

    /// Whether there is nothing to send.
    fn is_absent(&self) -> bool {
        false
    }

    /// The value, where there is one.
    #[doc(hidden)]
    fn __given(&self) -> Option<&Self::Value>;

    // Generated code calls it by the trait's name: a type that cannot be a field is then one error,
    // and names nothing behind the trait. For the same reason `Serialize` is not a supertrait.
    /// Shows the field to `visitor`.
    #[doc(hidden)]
    fn __visit<V: Visitor>(&self, name: &'static str, visitor: &mut V);

    /// Whether there may be an object of declared members in it.
    #[doc(hidden)]
    const __NESTED: bool = false;

    /// Shows what is in it to `visitor`: the members of an object, the items of a list.
    #[doc(hidden)]
    #[inline]
    fn __inside<V: Visitor>(&self, _: &mut V) {}
}

macro_rules! visit {
    () => {
        #[inline]
        fn __visit<Seen: Visitor>(&self, name: &'static str, visitor: &mut Seen) {
            visitor.field(name, self, self);
        }
    };
}

/// A type that is sent as one value: a number, a text, an object; not a list and never absent.
///
/// Implement it for a type of your own, and its fields can be required and have setters:
///
/// ```
/// use b24::{Scalar, b24_method};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
/// enum Color { Red, LightBlue }
///
/// impl Scalar for Color {}
///
/// #[b24_method("acme.lamp.set", unlisted)]
/// struct LampSet {
///     color: Option<Color>,
/// }
///
/// let lamp = LampSet::new().color(Color::LightBlue);
/// assert_eq!(serde_json::to_string(&lamp)?, r#"{"COLOR":"LIGHT_BLUE"}"#);
/// # assert_eq!(serde_json::to_string(&LampSet::new().color(Color::Red))?, r#"{"COLOR":"RED"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not one value that b24 knows how to send",
    note = "an object of your own: declare it with `#[b24_object]`, and without `result`; an enum of values: with `#[b24_enum]`",
    note = "another type of your own: derive `serde::Serialize` for it and add `impl b24::Scalar for ... {{}}`; a type of another crate: wrap it in `b24::Json<...>`, or for dates of `jiff` and `chrono` switch on b24's feature of that name"
)]
pub trait Scalar: Serialize {
    /// Writes what clears a value of this type in an update: an empty text, unless the type says
    /// otherwise. See [`Clearable`](crate::Clearable).
    ///
    /// # Errors
    /// What the serializer reports.
    fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }

    /// Whether it is, or holds, an object of declared members.
    #[doc(hidden)]
    const __NESTED: bool = false;

    /// Shows the object to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __inside<V: Visitor>(&self, _: &mut V) {}
}

/// A type whose field may be left out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be left out, and this field is not required",
    label = "a value of this type is always sent",
    note = "make the type `Option<{Self}>`, or mark the field `#[b24(required)]`, or give it `#[b24(default = ...)]`"
)]
pub trait Optional: Sized {
    /// The value that is not sent.
    const ABSENT: Self;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Field for T {
    type Value = T;

    #[inline]
    fn from_value(value: T) -> T {
        value
    }

    #[inline]
    fn __given(&self) -> Option<&T> {
        Some(self)
    }

    visit!();

    const __NESTED: bool = <T as Scalar>::__NESTED;

    #[inline]
    fn __inside<V: Visitor>(&self, visitor: &mut V) {
        Scalar::__inside(self, visitor);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Field + Serialize> Field for Option<T> {
    type Value = T;

    #[inline]
    fn from_value(value: T) -> Self {
        Some(value)
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[inline]
    fn __given(&self) -> Option<&T> {
        self.as_ref()
    }

    visit!();

    const __NESTED: bool = T::__NESTED;

    #[inline]
    fn __inside<V: Visitor>(&self, visitor: &mut V) {
        if let Some(value) = self {
            value.__inside(visitor);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> Optional for Option<T> {
    const ABSENT: Self = None;
}

macro_rules! scalars {
    ($($type:ty),+ $(,)?) => { $(impl Scalar for $type {})+ };
}

scalars!(
    bool,
    char,
    f32,
    f64,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    NonZeroI8,
    NonZeroI16,
    NonZeroI32,
    NonZeroI64,
    NonZeroI128,
    NonZeroIsize,
    NonZeroU8,
    NonZeroU16,
    NonZeroU32,
    NonZeroU64,
    NonZeroU128,
    NonZeroUsize,
    String,
    Box<str>,
    Arc<str>,
    &str,
    Cow<'_, str>,
    serde_json::Value,
    serde_json::Map<String, serde_json::Value>,
    serde_json::Number,
);

macro_rules! pointers {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: Scalar> Scalar for $type {
                fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
                    T::serialize_clear(serializer)
                }

                const __NESTED: bool = T::__NESTED;

                #[inline]
                fn __inside<V: Visitor>(&self, visitor: &mut V) {
                    T::__inside(self, visitor);
                }
            }
        )+
    };
}

pointers!(Box<T>, Arc<T>);

macro_rules! collections {
    ($inside:ident of $item:ident: $({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> Field for $type {
                type Value = Self;

                #[inline]
                fn from_value(value: Self) -> Self {
                    value
                }

                #[inline]
                fn __given(&self) -> Option<&Self> {
                    Some(self)
                }

                visit!();

                const __NESTED: bool = $item::__NESTED;

                #[inline]
                fn __inside<Seen: Visitor>(&self, visitor: &mut Seen) {
                    if $item::__NESTED {
                        $inside(self.iter(), visitor);
                    }
                }
            }
        )+
    };
}

collections!(items of T:
    {T: Field + Serialize} Vec<T>,
    {T: Field + Serialize} VecDeque<T>,
    {T: Field + Serialize, S: Default + std::hash::BuildHasher} HashSet<T, S>,
    {T: Field + Serialize} BTreeSet<T>,
    {T: Field + Serialize} &[T],
);
collections!(members of V:
    {K: Serialize, V: Field + Serialize, S: Default + std::hash::BuildHasher} HashMap<K, V, S>,
    {K: Serialize, V: Field + Serialize} BTreeMap<K, V>,
);

fn items<'a, T: Field + 'a>(items: impl Iterator<Item = &'a T>, visitor: &mut impl Visitor) {
    for (place, item) in items.enumerate() {
        visitor.step(Step::Item(place), item);
    }
}

/// Steps to what a map holds.
fn members<'a, K: Serialize + 'a, T: Field + 'a>(
    members: impl Iterator<Item = (&'a K, &'a T)>,
    visitor: &mut impl Visitor,
) {
    for (key, member) in members {
        // A key that is no text is refused where it is written.
        let key = key_text(key).unwrap_or_default();
        visitor.step(Step::Key(&key), member);
    }
}

/// A map's key, as it is written; `None` where it cannot be.
pub(crate) fn key_text<K: Serialize + ?Sized>(key: &K) -> Option<String> {
    match serde_json::to_value(key) {
        Ok(serde_json::Value::String(key)) => Some(key),
        Ok(key) => Some(key.to_string()),
        // There are numbers of more than 64 bits.
        Err(_) => serde_json::to_string(key).ok(),
    }
}
