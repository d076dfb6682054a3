//! Types that decode leniently by themselves, or as what is in them.

use std::sync::Arc;

use serde::Deserializer;
use serde::de::{Deserialize, DeserializeOwned, IgnoredAny};

use super::{Form, Lenient};
use crate::value::{Base64, Id, Json, YesNo};

macro_rules! scalars {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Lenient for $type {
                const FORM: Form = Form::Scalar;
            }
        )+
    };
}

scalars!(Id, YesNo, Base64);

#[diagnostic::do_not_recommend]
impl Lenient for bool {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        YesNo::decode(deserializer).map(Self::from)
    }
}

#[diagnostic::do_not_recommend]
impl Lenient for serde_json::Value {}

/// Whatever it is: of a result that nobody needs.
#[diagnostic::do_not_recommend]
impl Lenient for () {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| ())
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> Lenient for Json<T> {}

macro_rules! pointers {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: Lenient> Lenient for $type {
                const FORM: Form = T::FORM;

                fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    T::decode(deserializer).map(Self::new)
                }

                fn missing() -> Option<Self> {
                    T::missing().map(Self::new)
                }
            }
        )+
    };
}

pointers!(Box<T>, Arc<T>);
