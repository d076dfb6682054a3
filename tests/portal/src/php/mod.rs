//! What the portal must share with PHP, since the real server is written in it: values and their
//! casts, arrays that keep their order, forms, and JSON in both directions.
//!
//! `tests/php/main.rs` compares all of it with the real `php`.

mod array;
mod cast;
mod form;
mod json_read;
mod json_write;
mod multipart;
mod number;
mod rows;
mod url;
mod utf8;
mod value;

pub(crate) use array::{Array, Key};
pub(crate) use form::{is_space, parse_form};
pub(crate) use json_read::parse_json;
pub(crate) use json_write::write_json;
pub(crate) use multipart::parse_multipart;
pub(crate) use rows::Rows;
pub(crate) use url::parse_url;
pub(crate) use value::Value;
