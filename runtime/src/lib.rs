//! Rust SDK for the [Bitrix24] REST API: declare a method as an annotated struct, and the compiler
//! proves it against what Bitrix24 documents.
//!
//! ```
//! use b24::{Client, b24_method};
//!
//! /// Creates a chat on behalf of a chat bot.
//! #[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
//! #[b24_method("imbot.chat.add", returns = b24::Id)]
//! struct ChatAdd {
//!     r#type: Option<String>,
//!     #[b24(required)]
//!     title: String,
//!     bot_id: Option<b24::Id>,
//!     client_id: Option<String>,
//! }
//!
//! let portal = b24_portal::Portal::start()?; // a sandbox, in place of a real one
//! let client = Client::webhook(portal.webhook())?;
//!
//! match ChatAdd::new("News").r#type("OPEN").client_id("docs").call(&client) {
//!     Ok(chat) => println!("chat {} in {:?}", chat.result, chat.time.duration()),
//!     Err(error) => match error.code::<ChatAdd>() {
//!         Some(ChatAddCode::BotIdError) => println!("register the bot first"),
//!         _ => println!("{error}"),
//!     },
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Begin with [`b24_method`](macro@b24_method), the reference of what can be declared, and
//! [`b24_object`](macro@b24_object) for what a method takes or returns in one piece; then see [`Client`],
//! [`Response`] and [`Error`].
//!
//! What a client does by itself has its entry here:
//!
//! | | |
//! |---|---|
//! | [`Pace`] | it waits for its turn, so that the portal does not refuse it |
//! | [`retry`] | it sends again what failed, where that can do no harm |
//! | [`Application`], [`Tokens`], [`TokenStore`] | it renews the tokens of OAuth, and keeps them |
//! | [`RedirectPolicy`] | it follows a portal that moved |
//! | [`Observer`] | it tells what it does; with the feature `tracing`, to the crate of that name |
//! | [`Transport`] | what it sends by, with proxies and certificates ([`UreqTransport::builder`]), recorded ([`Recorder`], [`Replay`]) or only shown ([`DryRun`]) |
//!
//! # Features
//! None is on unless asked for.
//!
//! - `chrono`, `jiff`: dates of these crates as fields and in answers.
//! - `tracing`: a span for each call and events in it, by the crate of that name ([`Observer`] has the table).
//! - `system-roots`: `TlsRoots::system`, the certificate authorities of the machine.
//!
//! [Bitrix24]: https://apidocs.bitrix24.com/

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1_0;
mod arg;
mod batch;
mod client;
mod clock;
#[cfg(any(feature = "chrono", feature = "jiff"))]
mod date;
mod decode;
mod directory;
mod encode;
mod enumeration;
mod error;
mod field;
mod filter;
mod journal;
pub mod kind;
mod lenient;
mod list;
mod macros;
mod method;
mod oauth;
mod observe;
mod pace;
mod parameter;
mod patch;
mod portal;
mod received;
mod redirect;
mod reference;
mod response;
pub mod retry;
mod secret;
mod serialize;
mod time;
mod transport;
mod validate;
mod value;
mod visit;

pub use arg::Arg;
pub use batch::{Batch, BatchResult, CommandError, Failures, Handle, SendAll, SendOnce};
pub use client::{Client, ClientBuilder, WEBHOOK_VARIABLE};
pub use clock::{Clock, SystemClock};
pub use enumeration::{HoldsInteger, HoldsText, InvalidValue};
pub use error::{
    Advice, AnyCode, ApiError, ConfigError, DecodeError, DecodeProblem, Error, ErrorCode, Invalid, Outcome,
    PaceError, PaceReason, Problem, Refused, StoreError, SystemCode, TransportError, TransportErrorKind,
    Violation,
};
pub use field::{
    Field, Flatten, FlattenedDefault, HasItems, HasLength, HasRange, HasValues, HoldsObject, IntoField,
    IntoRequired, Items, Optional, Scalar, SkippedDefault,
};
pub use filter::{Filter, FilterV3, Order, Select};
pub use journal::{FileJournal, Journal, Mark};
pub use kind::sent_as::SentAs;
pub use lenient::{Decoded, Lenient, Loose};
#[doc(hidden)]
pub use lenient::{Form, Leniently};
pub use list::{
    Cursor, InvalidPosition, List, ListError, ListProblem, Listing, Pages, Paging, Position, Progress, Rows,
    Scan, Scanner, Sort,
};
#[doc(hidden)]
pub use list::{Listed, Scanned};
pub use method::{Api, Effect, Method};
pub use oauth::{Application, AuthorizationServer, FileStore, MemoryStore, State, TokenStore, Tokens};
pub use observe::{Attempt, Event, Next, Observer};
pub use pace::{Operating, Pace};
pub use parameter::{Count, Number, Parameter, Range, Rule};
pub use patch::{Clearable, Patch};
pub use received::Unflatten;
pub use redirect::RedirectPolicy;
pub use reference::{Reference, Untyped};
pub use response::Response;
pub use retry::Retry;
pub use time::Time;
pub use transport::{
    DryRun, Limits, Recorder, Redact, Replay, TlsRoots, Transport, UreqTransport, UreqTransportBuilder,
};
pub use validate::Verdict;
pub use value::{Base64, Id, InvalidBase64, InvalidId, Json, YesNo};

pub use macros::{b24_enum, b24_method, b24_object};
