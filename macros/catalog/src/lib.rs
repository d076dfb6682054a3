//! What Bitrix24 documents of its REST methods, as facts: names, kinds, what is required, allowed
//! values, errors.
//!
//! ```
//! use b24_catalog::{Api, Kind, find};
//!
//! let method = find("IMBOT.chat.add", Api::V2).expect("a documented method");
//! assert_eq!(method.name, "imbot.chat.add");
//! let color = method.parameters.find("color").expect("a documented parameter");
//! assert_eq!((color.name.as_str(), &color.kind), ("COLOR", &Kind::Text));
//! assert!(color.values.as_ref().is_some_and(|values| values.list.contains(&"MINT".to_owned())));
//! ```
//!
//! The facts lie in text files, one for each scope, which are part of the crate. A lookup reads the
//! lines of one method, and nothing else: `index.txt` says which these are. `b24 import` writes all of
//! them; how they are written is told in [`read`].

mod data;
mod kind;
mod lookup;
mod method;
mod parameter;
pub mod read;

pub use kind::{Choice, Kind};
pub use lookup::{Entry, find, names};
pub use method::{Api, Deprecation, Effect, ErrorCode, List, Method, Paging, Shape};
pub use parameter::{Aspect, Bounds, Certainty, Members, Need, Parameter, Values};
