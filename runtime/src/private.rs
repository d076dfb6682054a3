//! What generated code calls; not for anyone else, and different in every version.

pub use std::string::String;

pub use b24_macros::Method;
pub use serde::{Serialize, Serializer};
pub use serde_json::Value;

pub use crate::error::position;
pub use crate::method::Visitor;
pub use crate::serialize::serialize;
