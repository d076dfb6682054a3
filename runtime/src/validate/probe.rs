//! A serializer that writes nothing and checks what it is shown.

#![allow(clippy::unnecessary_wraps)] // the checks are the last words of methods that return a `Result`

use std::fmt::{self, Write as _};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::Rules;
use crate::error::{Problem, Shown, Violation};
use crate::kind::DIGITS;
use crate::parameter::Number;
use crate::patch::CLEARED;
use crate::reference::{OUTSIDE, REFERENCE};
use crate::value::BASE64;
use crate::visit::{Path, Step};

/// Looks at one value of a parameter, and at each of its items if it is a list.
pub(super) struct Probe<'a> {
    name: &'static str,
    /// Where the object is whose member it is.
    here: &'a Path,
    rules: &'a Rules,
    violations: &'a mut Vec<Violation>,
    /// The place in the list, where the value is an item of one.
    item: Option<usize>,
    /// Whether the text to come is Base64, which is shown by its length.
    base64: bool,
    /// Whether the text to come is the digits of a number, for which the rules of numbers hold.
    digits: bool,
}

/// What a value's own `Serialize` reported.
#[derive(Debug)]
pub(super) struct Failed(pub(super) String);

impl<'a> Probe<'a> {
    #[inline]
    pub(super) fn new(
        name: &'static str,
        here: &'a Path,
        rules: &'a Rules,
        violations: &'a mut Vec<Violation>,
    ) -> Self {
        Self {
            name,
            here,
            rules,
            violations,
            item: None,
            base64: false,
            digits: false,
        }
    }

    fn report(&mut self, value: Option<Shown<'_>>, problem: Problem) {
        let mut path = self.here.to(Step::Member(self.name));
        if let Some(place) = self.item {
            let _ = write!(path, "{}", Step::Item(place)); // into a text: cannot fail
        }
        let shown = value.map(|value| value.text(self.rules.secret));
        self.violations.push(Violation::new(path, shown, problem));
    }

    fn missing(mut self) -> Result<(), Failed> {
        // An empty item of a list is not a missing parameter.
        if self.item.is_none() && self.rules.required {
            self.report(None, Problem::Missing);
        }
        Ok(())
    }

    // Most parameters have no rule.
    #[inline]
    fn text(self, text: &str) -> Result<(), Failed> {
        if self.rules.any {
            self.text_by_rules(text)
        } else {
            Ok(())
        }
    }

    fn text_by_rules(mut self, text: &str) -> Result<(), Failed> {
        if self.digits {
            return self.number_by_rules(of_digits(text));
        }
        if text.is_empty() && self.item.is_none() && self.rules.required {
            return self.missing();
        }
        let shown = if self.base64 {
            Shown::Base64(text)
        } else {
            Shown::Text(text)
        };
        if let Some(allowed) = self.rules.allowed
            && !allowed.contains(&text)
        {
            self.report(Some(shown), Problem::NotAllowed { allowed });
        }
        if let Some(length) = self.rules.length {
            let found = text.chars().count();
            if !length.contains(found) {
                self.report(Some(shown), Problem::WrongLength { found, length });
            }
        }
        Ok(())
    }

    #[inline]
    fn number(self, number: Number) -> Result<(), Failed> {
        match number {
            Number::Integer(_) if !self.rules.any => Ok(()),
            number => self.number_by_rules(number),
        }
    }

    fn number_by_rules(mut self, number: Number) -> Result<(), Failed> {
        if matches!(number, Number::Float(value) if !value.is_finite()) {
            let reason = format!("{number} is not a number that JSON has");
            self.report(None, Problem::NotSerializable { reason });
            return Ok(());
        }
        if let Some(range) = self.rules.range
            && !range.contains(number)
        {
            self.report(Some(Shown::Number(number)), Problem::OutOfRange { range });
        }
        if let Some(allowed) = self.rules.allowed
            && !allowed.contains(&&*number.to_string())
        {
            self.report(Some(Shown::Number(number)), Problem::NotAllowed { allowed });
        }
        Ok(())
    }

    fn count(&mut self, found: usize) {
        if found == 0 && self.rules.required {
            self.report(None, Problem::Missing);
            return;
        }
        if let Some(items) = self.rules.items
            && !items.contains(found)
        {
            self.report(Some(Shown::Items(found)), Problem::WrongCount { found, items });
        }
    }
}

// Beyond `i128` every bound that can be declared is passed.
fn large(number: u128) -> Number {
    Number::Integer(i128::try_from(number).unwrap_or(i128::MAX))
}

/// The number whose digits are sent as a text.
fn of_digits(text: &str) -> Number {
    let whole = text.parse().map(Number::Integer);
    let whole = whole.or_else(|_| text.parse().map(large));
    // What is not even a number is within no bounds.
    whole.unwrap_or_else(|_| Number::Float(text.parse().unwrap_or(f64::NAN)))
}

/// A map, which is counted, or an object, which is written without saying how many members it has.
pub(super) enum Members<'a> {
    Counted(Items<'a>),
    Opaque,
}

/// A list or a map being counted; the items of a list are looked at, those of a map are not.
pub(super) struct Items<'a> {
    probe: Probe<'a>,
    count: usize,
}

impl Items<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let index = self.count;
        self.count += 1;
        if self.probe.item.is_some() {
            return Ok(()); // a list within a list: nothing is declared about it
        }
        value.serialize(Probe {
            name: self.probe.name,
            here: self.probe.here,
            rules: self.probe.rules,
            violations: self.probe.violations,
            item: Some(index),
            base64: false,
            digits: false,
        })
    }

    fn finish(mut self) -> Result<(), Failed> {
        if self.probe.item.is_none() {
            self.probe.count(self.count);
        }
        Ok(())
    }
}

macro_rules! integers {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(#[inline] fn $method(self, value: $type) -> Result<(), Failed> {
            self.number(Number::Integer(value.into()))
        })+
    };
}

impl<'a> Serializer for Probe<'a> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Opaque;
    type SerializeTupleVariant = Opaque;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Opaque;
    type SerializeStructVariant = Opaque;

    fn serialize_bool(self, value: bool) -> Result<(), Failed> {
        self.text(if value { "true" } else { "false" })
    }
    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }
    fn serialize_u128(self, value: u128) -> Result<(), Failed> {
        self.number(large(value))
    }
    fn serialize_f32(self, value: f32) -> Result<(), Failed> {
        // By way of its digits, for those are what is sent: 0.1 is not 0.10000000149011612.
        self.number(Number::Float(value.to_string().parse().unwrap_or(value.into())))
    }
    fn serialize_f64(self, value: f64) -> Result<(), Failed> {
        self.number(Number::Float(value))
    }
    fn serialize_char(self, value: char) -> Result<(), Failed> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }
    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Failed> {
        self.text(value)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Failed> {
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Failed> {
        self.missing()
    }
    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Failed> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Failed> {
        self.missing()
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Failed> {
        self.missing()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Failed> {
        self.text(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        if name == CLEARED {
            return Ok(()); // the rules are about values that are set
        }
        if name == REFERENCE {
            self.report(None, Problem::Reference { reason: OUTSIDE });
            return Ok(());
        }
        self.base64 |= name == BASE64;
        self.digits |= name == DIGITS;
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Failed> {
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Failed> {
        Ok(Items {
            probe: self,
            count: 0,
        })
    }
    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Failed> {
        Ok(Items {
            probe: self,
            count: 0,
        })
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Opaque, Failed> {
        Ok(Opaque)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Opaque, Failed> {
        Ok(Opaque)
    }
    fn serialize_map(self, length: Option<usize>) -> Result<Members<'a>, Failed> {
        Ok(match length {
            Some(_) => Members::Counted(Items {
                probe: self,
                count: 0,
            }),
            None => Members::Opaque,
        })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Opaque, Failed> {
        Ok(Opaque)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Opaque, Failed> {
        Ok(Opaque)
    }
}

/// An object, or a variant with content: it is sent as it is, nothing is declared about its inside.
pub(super) struct Opaque;

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.item(value)
    }
    fn end(self) -> Result<(), Failed> {
        self.finish()
    }
}

impl SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.item(value)
    }
    fn end(self) -> Result<(), Failed> {
        self.finish()
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Failed> {
        if let Self::Counted(items) = self {
            items.count += 1;
        }
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Failed> {
        Ok(())
    }
    fn end(self) -> Result<(), Failed> {
        match self {
            Self::Counted(items) => items.finish(),
            Self::Opaque => Ok(()),
        }
    }
}

macro_rules! opaque {
    ($($trait:ident::$method:ident($($key:ty)?)),+ $(,)?) => {
        $(impl $trait for Opaque {
            type Ok = ();
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $key,)? _: &T) -> Result<(), Failed> {
                Ok(())
            }
            fn end(self) -> Result<(), Failed> {
                Ok(())
            }
        })+
    };
}

opaque!(
    SerializeStruct::serialize_field(&'static str),
    SerializeStructVariant::serialize_field(&'static str),
    SerializeTupleStruct::serialize_field(),
    SerializeTupleVariant::serialize_field(),
);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}
