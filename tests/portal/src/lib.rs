//! A sandbox Bitrix24 portal: a real HTTP server on a loopback port that answers REST calls as a
//! Bitrix24 portal does, for tests of programs that use the Bitrix24 REST API, whatever client
//! they use. No account, no network, no shared state: each [`Portal`] is a portal of its own.
//!
//! ```
//! use b24_portal::{Answer, Portal};
//!
//! let portal = Portal::start()?;
//! // Give this to the program under test, where it expects the address of a webhook …
//! let webhook = portal.webhook();
//! // … say what the portal should answer where it has no method of its own …
//! portal.answer("crm.lead.add", Answer::result("17"));
//! // … and look at what the program did.
//! assert_eq!(portal.executions("crm.lead.add"), 0);
//! assert!(portal.chats().is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # What it imitates
//! - Webhooks and access tokens, in every place where a portal looks for them; scopes.
//! - `/rest/METHOD` and `/rest/USER/CODE/METHOD`, with `.json`, `.xml` or a slash at the end.
//! - Query strings, urlencoded, multipart and JSON bodies, read by PHP's rules: nesting, repeated
//!   and broken names, JSON that is silently ignored because it is invalid.
//! - The envelope, byte for byte: PHP's escaping, order of keys, numbers, `[]` for all that is
//!   empty, `next` and `total` beside the result, `time`; XML.
//! - Every error of these parts with its status and text, in the server's order: an unknown
//!   method is reported before a wrong token.
//! - `app.info`, `crm.contact.add`, `crm.contact.get`, `crm.contact.update`, `imbot.bot.list`,
//!   `imbot.chat.add`, `imbot.chat.get`, `imbot.message.add`, `imbot.register`, `server.time`,
//!   `user.current`, with state: a chat that was added can be found, and only its bot's application
//!   may write as that bot; contacts that an import made twice are counted.
//! - Any other method with an [`Answer`] of yours.
//! - The authorization server, at `/oauth/token/` of the same port, and `/oauth/authorize/`: codes,
//!   access tokens and refresh tokens that expire by the portal's clock ([`Portal::tokens`]).
//! - Portals that are elsewhere: renamed ([`Portal::rename`], [`Portal::move_to`]), or sent to the page of
//!   an ended licence for ever.
//! - REST 3, `/rest/api/METHOD` and `/rest/api/USER/CODE/METHOD`: JSON bodies, exact names, errors of
//!   its own shape with `validation`, `Idempotency-Key`; `tasks.task.add`, `get`, `update`, `delete` and
//!   `list` with the commonest fields, and any other method with an [`Answer`]; `batch`, all or
//!   nothing, with `$ref` and `$refArray`.
//! - `batch`: fifty commands, read as PHP reads URLs, that take from each other with
//!   `$result[command][field]`, wrong references included; `halt`; what each command cost its method.
//!   One that takes more than a minute is cut off ([`Builder::batch_limit`]).
//! - Lists of any length ([`Portal::fill`]): `crm.deal.list`, `crm.item.list`, `tasks.task.list`,
//!   `user.get` and others, each with its own shape of rows and rules of paging, filtered and sorted
//!   by number; rows that come and go while a list is read ([`Rows`]).
//! - Limits: 50 requests at once and 2 a second after them ([`Builder::rate_limit`] and
//!   [`Builder::unlimited`] say otherwise), and `operating` of each method and application in its ten
//!   buckets of a minute, with the running times that [`Portal::cost`] sets.
//! - Time: by the system's clock, or by a [`TurnedClock`] that a test turns.
//! - What goes wrong in a year, on demand: a [`Fault`] strikes the requests that its rule names, and
//!   says whether the method ran all the same; [`Portal::refuse_connections`] and
//!   [`Portal::close_for`] take the whole portal away.
//!
//! # What it does not imitate yet
//! - Events.
//! - In lists: filters and orders by anything but the rows' numbers, and reading of single rows.
//! - Browser authorization (`sessid`), signed links (`token`), plans; there is one user, the
//!   administrator, though any number is accepted as a member of a chat.
//! - PHP's limits on the size of forms, and its reading of odd numbers in JSON (`-0`, more than 15
//!   digits).

mod answer;
mod builder;
mod clock;
mod contacts;
mod fault;
mod http;
mod journal;
mod limits;
mod lists;
mod methods;
mod oauth;
mod php;
mod portal;
mod received;
mod redirect;
mod reply;
mod rest;
mod sandbox;
mod settings;
mod world;

pub use answer::Answer;
pub use builder::Builder;
pub use clock::TurnedClock;
pub use contacts::Contact;
pub use fault::{Fault, Rule};
pub use lists::Ids;
pub use oauth::Application;
pub use portal::{Change, Portal, Rows};
pub use received::Received;
pub use rest::Task;
pub use world::{Bot, Chat, Message};
