//! The kinds that the documentation of a method gives its parameters, and how values are written as
//! them.
//!
//! A documented parameter has its kind without a word; of others a field says it with
//! [`kind = ...`](macro@crate::b24_method#kind--). [`SentAs`](crate::SentAs) says which Rust types may
//! stand for it. A wrong type does not compile:
//!
//! ```compile_fail
//! #[b24::b24_method("im.chat.add")]
//! struct ChatAdd {
//!     title: Option<bool>, // error: `Option<bool>` cannot be sent as text
//! }
//! ```
//!
//! | `kind = ` | Rust types | sent as |
//! |---|---|---|
//! | `integer` | whole numbers, [`Id`](crate::Id), enums of numbers | `13` |
//! | `double` | numbers | `1.5`, `13` |
//! | `text` | `String`, `&str`, `Cow<str>`, `char`, enums, [`Base64`](crate::Base64), [`YesNo`](crate::YesNo), dates; numbers and [`Id`](crate::Id) as their digits | `"News"`, `"13"`, `"1.5"` |
//! | `boolean` | `bool`, [`YesNo`](crate::YesNo) | `true` |
//! | `yes_no` | `bool`, [`YesNo`](crate::YesNo), enums of texts | `"Y"` |
//! | `one_zero` | `bool`, [`YesNo`](crate::YesNo), whole numbers, enums of numbers | `1` |
//! | `date` | dates, texts | `"2026-02-24"` |
//! | `date_time` | moments, texts | `"2026-02-24T13:19:39+01:00"` |
//! | `file` | [`Base64`](crate::Base64), a list of a name and a content, objects | `"R0lGODlh"`, `["a.gif","R0lGODlh"]` |
//! | `object` | structs with [`b24_object`](macro@crate::b24_object), maps, [`Filter`](crate::Filter), [`Order`](crate::Order) | `{"ID":5}` |
//! | `list<K>` | `Vec`, `VecDeque`, sets and slices of what stands for `K`; [`Select`](crate::Select), [`FilterV3`](crate::FilterV3) | `[1,2]` |
//! | `map<K>` | `HashMap` and `BTreeMap` of what stands for `K` | `{"a":1}` |
//! | `any` | everything: nothing is checked, serde writes the value | |
//!
//! `Option`, `Box`, `Arc` and [`Patch`](crate::Patch) stand for what is in them, and a `Patch` is
//! cleared as it is without a kind. `serde_json::Value` and [`Json`](crate::Json) are every kind and are
//! written as they are.
//!
//! Where the documentation allows two kinds, so does the declaration: `kind = integer | text`. A value
//! that could be either is written as the one that comes first here, and the order in which a
//! declaration names them does not matter:
//!
//! | `kind = ` | |
//! |---|---|
//! | `integer \| text` | a number stays one: `13`; but `1.5` is no integer, so it is `"1.5"` |
//! | `double \| text` | a number stays one |
//! | `boolean \| integer`, `boolean \| text`, `boolean \| object` | `bool` and `YesNo` are `true` and `false` |
//! | `integer \| object`, `integer \| list<any>` | |
//! | `object \| list<any>`, `object \| text`, `list<any> \| text` | |
//! | `date \| date_time` | each type of date in its own form |
//! | `date_time \| text`, `double \| date_time` | |
//!
//! In a choice, an object and a list stand for each other: PHP has one array for both, and pages call it
//! either name.
//!
//! # Dates
//!
//! The features `jiff` and `chrono` make the types of these crates fields, and decode them:
//!
//! | type | kinds | sent as | decoded from |
//! |---|---|---|---|
//! | `jiff::civil::Date`, `chrono::NaiveDate` | `date`, `text` | `2026-02-24` | a date; of one with a time, the day |
//! | `jiff::civil::DateTime`, `chrono::NaiveDateTime` | `date_time`, `text` | `2026-02-24T13:19:39` | a date with a time; of one with an offset, what the clock shows there |
//! | `jiff::Timestamp`, `chrono::DateTime` | `date_time`, `text` | `2026-02-24T13:19:39+01:00` | a date with a time and an offset |
//!
//! Seconds are whole. A time without an offset is sent without one, and the portal takes it for a time
//! of its own; a `Timestamp` is written with `+00:00`. Without a kind, serde writes them as these crates
//! have it, with fractions of a second.
//!
//! Dates are read as `2026-02-24`, `2026-02-24T13:19:39+01:00`, `2026-02-24 13:19:39` and
//! `24.02.2026 13:19:39`. `""` is nothing: an `Option` takes it.
//!
//! A field cannot be a `jiff::Zoned`, for serde writes it with the name of its time zone, which portals
//! do not read: the setter of a `Timestamp` takes it. Answers may hold one.

mod classes;
pub(crate) mod sent_as;
mod types;
mod words;
mod written;

#[doc(hidden)]
pub use classes::{
    Booleans, Codes, DateTimes, Dates, Files, Floats, Form, Integers, Kind, Lists, Objects, Takes, Texts,
    Words, YesNos,
};
#[doc(hidden)]
pub use words::*;
pub(crate) use written::DIGITS;
#[doc(hidden)]
pub use written::{digits, serialize_code};

use std::marker::PhantomData;

/// Says which classes of Rust types stand for a kind, and in which form where it is not their own.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident: $($class:ident $(as $form:ident)?),*;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $kind;

            impl Kind for $kind {}
            $(
                impl Takes<$class> for $kind {
                    $(const FORM: Form = Form::$form;)?
                }
            )*
        )+
    };
}

kinds! {
    /// A whole number.
    Integer: Integers, Codes;
    /// A number, perhaps with a fraction.
    Double: Integers, Codes, Floats;
    /// A text; of a number, its digits.
    Text: Texts, Words, Files, YesNos, Dates, DateTimes, Integers as Text, Codes as Text, Floats as Text;
    /// `true` or `false`.
    Boolean: Booleans, YesNos as Boolean;
    /// `"Y"` or `"N"`.
    YesNo: Booleans as YesNo, YesNos, Words;
    /// `1` or `0`.
    OneZero: Booleans as OneZero, YesNos as OneZero, Codes, Integers;
    /// A day: `"2026-02-24"`.
    Date: Texts, Dates;
    /// A day and a time of it: `"2026-02-24T13:19:39+01:00"`.
    DateTime: Texts, DateTimes;
    /// The content of a file, with or without its name.
    File: Files, Objects;
    /// What a list that stands for a file holds: its name, its content.
    #[doc(hidden)]
    FilePart: Texts, Words, Files;
    /// An object with members of its own.
    Object: Objects;
    /// `kind = integer | text`.
    IntegerOrText: Integers, Codes, Texts, Words, Files, YesNos, Dates, DateTimes, Floats as Text;
    /// `kind = double | text`.
    DoubleOrText: Integers, Codes, Floats, Texts, Words, Files, YesNos, Dates, DateTimes;
    /// `kind = boolean | integer`.
    BooleanOrInteger: Booleans, YesNos as Boolean, Integers, Codes;
    /// `kind = boolean | text`.
    BooleanOrText: Booleans, YesNos as Boolean, Texts, Words, Files, Dates, DateTimes, Integers as Text,
        Codes as Text, Floats as Text;
    /// `kind = boolean | object`.
    BooleanOrObject: Booleans, YesNos as Boolean, Objects, Lists;
    /// `kind = integer | object`.
    IntegerOrObject: Integers, Codes, Objects, Lists;
    /// `kind = integer | list<any>`.
    IntegerOrList: Integers, Codes, Objects, Lists;
    /// `kind = object | list<any>`, which PHP calls an array.
    ObjectOrList: Objects, Lists;
    /// `kind = object | text`.
    ObjectOrText: Objects, Lists, Texts, Words, Files, YesNos, Dates, DateTimes, Integers as Text, Codes as Text,
        Floats as Text;
    /// `kind = list<any> | text`.
    ListOrText: Objects, Lists, Texts, Words, Files, YesNos, Dates, DateTimes, Integers as Text, Codes as Text,
        Floats as Text;
    /// `kind = date | date_time`.
    DateOrDateTime: Texts, Dates, DateTimes;
    /// `kind = date_time | text`.
    DateTimeOrText: Texts, Words, Files, YesNos, Dates, DateTimes, Integers as Text, Codes as Text,
        Floats as Text;
    /// `kind = double | date_time`.
    DoubleOrDateTime: Integers, Codes, Floats, Texts, DateTimes;
}

/// A list of values of the kind `K`.
#[derive(Debug, Clone, Copy)]
pub struct List<K>(PhantomData<K>);

/// An object whose keys are not declared, with values of the kind `K`.
#[derive(Debug, Clone, Copy)]
pub struct Map<K>(PhantomData<K>);

/// Whatever serde writes: in a [`List`] or a [`Map`], for a field of its own needs no kind then.
#[derive(Debug, Clone, Copy)]
pub struct Any;

// `Any` is no `Kind`, so that a list of it can be a list of everything: no type has to say that it is
// `Any`.
impl<K> Kind for List<K> {}
impl<K> Kind for Map<K> {}
