//! The classes of Rust types that stand for the same kinds.
//!
//! An impl for each class, and not for each kind, keeps the list of impls short; and the compiler
//! names the whole type of a field where no kind of its class is wanted.

/// A documented kind.
pub trait Kind {}

/// A kind for which the types of the class `C` may stand.
pub trait Takes<C>: Kind {
    /// How they are written.
    const FORM: Form = Form::Own;
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By its own `Serialize`.
    Own,
    /// A number: its digits as a text.
    Text,
    /// A boolean: `true` or `false`.
    Boolean,
    /// A boolean: `"Y"` or `"N"`.
    YesNo,
    /// A boolean: `1` or `0`.
    OneZero,
}

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub enum $class {}
        )+
    };
}

classes!(
    /// `bool`.
    Booleans,
    /// [`YesNo`](crate::YesNo).
    YesNos,
    /// Whole numbers.
    Integers,
    /// Enums of numbers.
    Codes,
    /// Numbers with a fraction.
    Floats,
    /// Texts.
    Texts,
    /// Enums of texts.
    Words,
    /// Days.
    Dates,
    /// Days with a time.
    DateTimes,
    /// Contents of files.
    Files,
    /// Objects and maps.
    Objects,
    /// Lists.
    Lists,
);
