//! How answers are decoded where the portal, which is PHP, mixes types.

mod digits;
mod hand_on;
mod key;
mod list;
mod loose;
mod map;
mod number;
mod one;
mod option;
mod text;

pub use hand_on::Leniently;
pub use loose::Loose;

use serde::Deserializer;
use serde::de::DeserializeOwned;

use crate::received::{Choice, Defaulted, Fill, Members, content};

/// A type that a member of an answer may have, and how it is decoded.
///
/// Portals write the same value in several ways: `"39"` and `39`, `"Y"` and `true`, `[]` for an empty
/// object, an object for a list with gaps. What a type takes, beside what serde takes for it:
///
/// | type | taken |
/// |---|---|
/// | whole numbers, `NonZero...` | a text of digits; `12.0` and `"12.0"` are 12 |
/// | `f32`, `f64`, `serde_json::Number` | a text of digits, such as `"-12.50"` or `"1.0E+25"` |
/// | `String`, `Box<str>`, `Arc<str>`, `Cow<str>`, `char` | a number, as its digits |
/// | `bool` | what [`YesNo`](crate::YesNo) takes: `"Y"`, `"N"`, `"1"`, `"0"`, `1`, `0`, `"true"`, `"false"` |
/// | `Option<T>` | `null`, `""`, `false` and `[]` are `None`, and so is an absent member; but `false` is a value of `bool`, and `[]` one of lists and maps |
/// | lists, sets | the values of an object; one bare item; `null`, `""`, `false` and an absent member are empty |
/// | maps | an array, whose places become keys; `null`, `""`, `false` and an absent member are empty |
/// | [`Patch`](crate::Patch) | `null`, `""`, `false` and what a cleared value is sent as are `Clear`, an absent member is `Keep` |
/// | dates of `jiff` and `chrono` | the forms that [`kind`](crate::kind#dates) lists |
/// | `()` | anything |
///
/// What fits no type is refused, with what was expected and what came; nothing is cut or guessed. A
/// boolean is neither a number nor a text. A JSON number with a point, or beyond 64 bits, is an `f64`
/// by the time it comes here: a whole number is made of it only up to 2^53, where that is exact, and a
/// text gets its shortest digits.
///
/// Where the items of a list may be objects, an object is the only item if its first key is a name, and
/// the list if all its keys are digits, as PHP writes a list with gaps. A name after digits is refused.
///
/// # A type of your own
/// It needs serde's `Deserialize` and one line; it is then decoded as serde does it, and takes part in
/// options, lists and maps:
///
/// ```
/// use b24::{Lenient, Loose};
/// use serde::Deserialize;
///
/// #[derive(Debug, PartialEq, Deserialize)]
/// #[serde(rename_all = "UPPERCASE")]
/// enum Color { Red, Mint }
///
/// impl Lenient for Color {}
///
/// let colors: Loose<Vec<Color>> = serde_json::from_str(r#"{"3":"RED","5":"MINT"}"#)?;
/// assert_eq!(*colors, [Color::Red, Color::Mint]);
/// let color: Loose<Option<Color>> = serde_json::from_str("false")?;
/// assert_eq!(*color, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A type of another crate goes into [`Json`](crate::Json).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from an answer",
    label = "b24 does not know how to decode this type",
    note = "an object of your own: declare it with `#[b24_object]`, and without `parameter`; an enum of values: with `#[b24_enum]`",
    note = "another type of your own: derive `serde::Deserialize` for it and add `impl b24::Lenient for ... {{}}`; a type of another crate: wrap it in `b24::Json<...>`, or for dates of `jiff` and `chrono` switch on b24's feature of that name"
)]
pub trait Lenient: DeserializeOwned {
    /// What values of the type look like.
    #[doc(hidden)]
    const FORM: Form = Form::Any;

    /// Decodes a value, as its own `Deserialize` does it unless the type says otherwise.
    ///
    /// # Errors
    /// If what comes is no value of this type; the message names what was expected and what came.
    ///
    /// ```
    /// use b24::Lenient;
    ///
    /// let number = u64::decode(&mut serde_json::Deserializer::from_str("\"39\""))?;
    /// assert_eq!(number, 39);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    /// What an absent member is; `None` if it must be there.
    #[doc(hidden)]
    #[must_use]
    fn missing() -> Option<Self> {
        None
    }
}

/// A type that a result, or a member of one, may have: every one that is [`Lenient`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from an answer",
    label = "b24 does not know how to decode this type",
    note = "an object of your own: declare it with `#[b24_object]`, and without `parameter`; an enum of values: with `#[b24_enum]`",
    note = "another type of your own: derive `serde::Deserialize` for it and add `impl b24::Lenient for ... {{}}`; a type of another crate: wrap it in `b24::Json<...>`, or for dates of `jiff` and `chrono` switch on b24's feature of that name"
)]
// `Lenient` is no supertrait: a type that is none would be a second error.
pub trait Decoded: Sized {
    /// A result of this type.
    ///
    /// # Errors
    /// If what comes is no value of the type.
    #[doc(hidden)]
    fn __decode<'de, D: Deserializer<'de>>(result: D) -> Result<Self, D::Error>;

    // Generated code calls these by the trait's name: a type that cannot be decoded is then one error,
    // at the type, and names nothing behind the trait.
    /// The slot for a member of this type.
    #[doc(hidden)]
    fn __slot<M: Members>(slot: &mut Option<Self>) -> &mut dyn Fill<M>;

    /// What stands for a member of this type until it comes.
    #[doc(hidden)]
    #[must_use]
    fn __missing() -> Option<Self>;

    /// The member that holds what a variant holds, once the tag was found.
    ///
    /// # Errors
    /// If it is missing, or is not what the type takes.
    #[doc(hidden)]
    fn __content<M: Members>(members: &mut M, name: &'static str) -> Result<Self, M::Error>;

    /// The slot for a member of this type that has a default.
    #[doc(hidden)]
    fn __defaulted<M: Members>(slot: &mut Defaulted<Self>) -> &mut dyn Fill<M>;

    /// The value of a union, if it looks like one of this type.
    #[doc(hidden)]
    fn __choose(choice: &mut Choice<'_>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: Lenient> Decoded for T {
    #[inline]
    fn __decode<'de, D: Deserializer<'de>>(result: D) -> Result<Self, D::Error> {
        T::decode(result)
    }

    fn __slot<M: Members>(slot: &mut Option<Self>) -> &mut dyn Fill<M> {
        slot
    }

    #[inline]
    fn __missing() -> Option<Self> {
        T::missing()
    }

    fn __content<M: Members>(members: &mut M, name: &'static str) -> Result<Self, M::Error> {
        content(members, name)
    }

    fn __defaulted<M: Members>(slot: &mut Defaulted<Self>) -> &mut dyn Fill<M> {
        slot
    }

    fn __choose(choice: &mut Choice<'_>) -> Option<Self> {
        choice.take()
    }
}

/// What values of a type look like, by which an `Option` or a list of them tells what it was given.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Neither an object nor an array.
    Scalar,
    /// A list: `[]` is a value, `false` is nothing, an object is its values.
    List,
    /// A map: `[]` is a value, `false` is nothing.
    Map,
    /// An object with members of its own: `[]` and `false` are nothing.
    Object,
    /// Not known: it is asked whether it takes `[]` and `false`.
    Any,
}
