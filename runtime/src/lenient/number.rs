//! Numbers, which the portal also writes as texts.

use std::fmt;
use std::marker::PhantomData;
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};

use serde::de::value::{F64Deserializer, I64Deserializer, U64Deserializer};
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, Unexpected, Visitor};
use serde_json::Number;

use super::digits::Digits;
use super::{Form, Lenient};

/// Up to here a floating point number tells which whole number was written: 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A whole number of any size.
#[derive(Debug, Clone, Copy)]
struct Whole {
    negative: bool,
    magnitude: u128,
}

impl Whole {
    fn of_text(text: &str) -> Option<Self> {
        let digits = Digits::of(text)?;
        Some(Self {
            negative: digits.negative,
            magnitude: digits.integral()?.parse().ok()?,
        })
    }

    fn of_float(number: f64) -> Option<Self> {
        if number.abs() > EXACT {
            return None;
        }
        Self::of_text(&number.to_string())
    }

    /// The number as a signed one, unless it is above them all.
    fn signed(self) -> Option<i128> {
        if self.negative {
            0_i128.checked_sub_unsigned(self.magnitude)
        } else {
            self.magnitude.try_into().ok()
        }
    }
}

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        Self {
            negative: false,
            magnitude: number.into(),
        }
    }
}

impl From<i64> for Whole {
    fn from(number: i64) -> Self {
        Self {
            negative: number < 0,
            magnitude: number.unsigned_abs().into(),
        }
    }
}

/// A type of whole numbers.
trait Integer: Sized {
    fn of(whole: Whole) -> Option<Self>;
    fn range(f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Reads a whole number.
struct Integral<T>(PhantomData<T>);

impl<T: Integer> Integral<T> {
    fn of<E: de::Error>(self, whole: Option<Whole>, unexpected: Unexpected<'_>) -> Result<T, E> {
        whole
            .and_then(T::of)
            .ok_or_else(|| E::invalid_value(unexpected, &self))
    }
}

impl<T: Integer> Visitor<'_> for Integral<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from ")?;
        T::range(f)?;
        f.write_str(", or a text of its digits")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.of(Some(number.into()), Unexpected::Signed(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.of(Some(number.into()), Unexpected::Unsigned(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        self.of(Whole::of_float(number), Unexpected::Float(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        self.of(Whole::of_text(text), Unexpected::Str(text))
    }
}

macro_rules! lenient_integer {
    ($type:ty) => {
        #[diagnostic::do_not_recommend]
        impl Lenient for $type {
            const FORM: Form = Form::Scalar;

            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Integral(PhantomData))
            }
        }
    };
}

macro_rules! integers {
    ($but_zero:literal: $($type:ty, $non_zero:ty);+ $(;)?) => {
        $(
            impl Integer for $type {
                fn of(whole: Whole) -> Option<Self> {
                    match whole.signed() {
                        Some(number) => number.try_into().ok(),
                        // Only the widest type has a place for it.
                        None if whole.negative => None,
                        None => whole.magnitude.try_into().ok(),
                    }
                }

                fn range(f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{} to {}", Self::MIN, Self::MAX)
                }
            }

            impl Integer for $non_zero {
                fn of(whole: Whole) -> Option<Self> {
                    <$type as Integer>::of(whole).and_then(Self::new)
                }

                fn range(f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!("{} to {}", $but_zero), Self::MIN, Self::MAX)
                }
            }

            lenient_integer!($type);
            lenient_integer!($non_zero);
        )+
    };
}

integers!(" but not 0":
    i8, NonZeroI8;
    i16, NonZeroI16;
    i32, NonZeroI32;
    i64, NonZeroI64;
    i128, NonZeroI128;
    isize, NonZeroIsize;
);
integers!("":
    u8, NonZeroU8;
    u16, NonZeroU16;
    u32, NonZeroU32;
    u64, NonZeroU64;
    u128, NonZeroU128;
    usize, NonZeroUsize;
);

/// Reads a floating point number.
struct Floating<T>(PhantomData<T>);

macro_rules! floats {
    ($($type:ty),+) => {
        $(
            impl Floating<$type> {
                fn finite<E: de::Error>(
                    self,
                    number: Option<$type>,
                    unexpected: Unexpected<'_>,
                ) -> Result<$type, E> {
                    number
                        .filter(|number| number.is_finite())
                        .ok_or_else(|| E::invalid_value(unexpected, &self))
                }
            }

            impl Visitor<'_> for Floating<$type> {
                type Value = $type;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a number, or a text of its digits")
                }

                fn visit_i64<E: de::Error>(self, number: i64) -> Result<$type, E> {
                    let number: I64Deserializer<E> = number.into_deserializer();
                    <$type>::deserialize(number)
                }

                fn visit_u64<E: de::Error>(self, number: u64) -> Result<$type, E> {
                    let number: U64Deserializer<E> = number.into_deserializer();
                    <$type>::deserialize(number)
                }

                fn visit_f64<E: de::Error>(self, number: f64) -> Result<$type, E> {
                    let narrowed: F64Deserializer<E> = number.into_deserializer();
                    self.finite(Some(<$type>::deserialize(narrowed)?), Unexpected::Float(number))
                }

                fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                    let number = Digits::of(text).and_then(|_| text.parse().ok());
                    self.finite(number, Unexpected::Str(text))
                }
            }

            #[diagnostic::do_not_recommend]
            impl Lenient for $type {
                const FORM: Form = Form::Scalar;

                fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(Floating::<$type>(PhantomData))
                }
            }
        )+
    };
}

floats!(f32, f64);

/// Reads a number of whatever kind.
struct AnyNumber;

impl Visitor<'_> for AnyNumber {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a text of its digits")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Number, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Number, E> {
        Ok(number.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Number, E> {
        Number::from_f64(number).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
        let number = Digits::of(text).and_then(|digits| {
            let whole = digits.is_plain().then(|| {
                text.parse::<u64>()
                    .map(Number::from)
                    .or_else(|_| text.parse::<i64>().map(Number::from))
            });
            match whole {
                Some(Ok(number)) => Some(number),
                _ => Number::from_f64(text.parse().ok()?),
            }
        });
        number.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

#[diagnostic::do_not_recommend]
impl Lenient for Number {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNumber)
    }
}
