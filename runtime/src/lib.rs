//! Rust SDK for the [Bitrix24] REST API: declare a method as an annotated struct, and the compiler
//! proves it.
//!
//! [Bitrix24]: https://apidocs.bitrix24.com/

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1_0;
mod client;
mod decode;
mod encode;
mod error;
mod field;
mod filter;
mod macros;
mod method;
mod parameter;
mod patch;
mod portal;
mod response;
mod secret;
mod serialize;
mod time;
mod transport;
mod validate;
mod value;

pub use client::{Client, ClientBuilder, WEBHOOK_VARIABLE};
pub use error::{
    Advice, AnyCode, ApiError, ConfigError, DecodeError, DecodeProblem, Error, ErrorCode, Invalid, Outcome,
    Problem, SystemCode, TransportError, TransportErrorKind, Violation,
};
pub use field::{
    Field, Flatten, HasItems, HasLength, HasRange, HasValues, IntoField, IntoRequired, Optional, Scalar,
};
pub use filter::{Filter, FilterV3, Order, Select};
pub use method::{Api, Effect, Method};
pub use parameter::{Count, Number, Parameter, Range, Rule};
pub use patch::{Clearable, Patch};
pub use response::Response;
pub use time::Time;
pub use transport::{Limits, Transport, UreqTransport};
pub use value::{Base64, Id, InvalidBase64, InvalidId, Json, YesNo};

pub use macros::b24_method;
