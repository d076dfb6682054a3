//! What generated code calls; not for anyone else, and different in every version.

pub use std::option::Option;
pub use std::primitive::{bool, str};
pub use std::result::Result;

pub use b24_macros::{b24_enum_attribute, b24_method_attribute, b24_object_attribute};
// The crate and not its traits: in messages the compiler would name that by this hidden module.
pub use serde;
pub use serde_json::Value;

pub use crate::client::Client;
pub use crate::enumeration::{
    Enum, HoldsInteger, HoldsText, InvalidValue, NoValues, Sent, Table, Values, deserialize_enum, documented,
    listed, parse, serialize_enum, show,
};
pub use crate::error::{AnyCode, Error, Invalid};
pub use crate::field::{
    Field, Flatten, HasItems, HasLength, HasRange, HasValues, HoldsObject, IntoField, IntoRequired, Optional,
    Scalar, SkippedDefault,
};
pub use crate::kind::sent_as::{OfKind, SentAs};
pub use crate::kind::{self, serialize_code};
pub use crate::lenient::{Decoded, Form, Lenient};
pub use crate::list::{Cursor, Listed, Listing, NamesItem, Paging, RowsOf, Scanned, Sort};
pub use crate::method::{Api, Documented, Effect, Method};
pub use crate::parameter::{Number, Rule, items, length, range};
pub use crate::received::{
    Choice, Defaulted, Members, OneOf, Received, Unflatten, receive, receive_any, unknown_tag,
};
pub use crate::response::Response;
pub use crate::serialize::{serialize, serialize_one};
pub use crate::validate::Verdict;
pub use crate::visit::{Object, Presence, Visitor, show_tag};
