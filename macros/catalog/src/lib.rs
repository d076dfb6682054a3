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
//!
//! # How far the facts can be believed
//! The documentation contradicts itself here and there. Where a page does so in a fact,
//! [`Parameter::certainty`] says it; what that leaves, counted over all pages, is this:
//!
//! | a declaration that contradicts it | is |
//! |---|---|
//! | a method's name, and its interface | wrong |
//! | the name of a top-level parameter, unless there are [more](Members::more) | wrong |
//! | [`Need::Required`] of a top-level parameter, and a group of which one is needed | wrong |
//! | the order of [positional](Method::positional) parameters | wrong |
//! | a closed set of [`Values`] that is [`Certainty::Sure`] | wrong |
//! | a kind that is sure | probably wrong |
//! | the same of members, further in: pages of updates repeat those of `add` | probably wrong |
//! | what is [`Certainty::Likely`]; defaults and bounds | probably wrong |
//! | what is [`Certainty::Doubtful`], and all members below a doubtful [`Aspect::Members`] | right |
//! | results and error codes: a portal answers with others too | right |

mod data;
mod kind;
mod lookup;
mod method;
mod parameter;
pub mod read;

pub use kind::{Choice, Kind};
pub use lookup::{Entry, find, names};
pub use method::{Api, Deprecation, Effect, ErrorCode, List, Method, Paging, Scan, Shape, Sort};
pub use parameter::{Aspect, Bounds, Case, Cases, Certainty, Members, Need, Parameter, Values};
