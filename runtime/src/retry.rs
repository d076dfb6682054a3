//! Whether a call that failed is sent again.
//!
//! [`RULES`] says for each kind of [`Failure`] what follows, for a method that only reads and for one that
//! may change something; [`Retry`] says how often, and after how long.
//!
//! ```
//! use std::time::Duration;
//!
//! use b24::{Client, b24_method, retry::Retry};
//! use b24_portal::{Fault, Portal};
//!
//! #[b24_method("server.time", effect = read)]
//! struct ServerTime;
//!
//! let portal = Portal::start()?;
//! portal.inject(Fault::Close.first(2));
//!
//! let hasty = Retry::default().backoff(Duration::from_millis(1), Duration::from_millis(5));
//! let client = Client::builder().webhook(portal.webhook()).retry(hasty).build()?;
//! assert_eq!(ServerTime::new().call(&client)?.attempts, 3);
//!
//! portal.inject(Fault::Close.first(1));
//! let once = client.with_retry(Retry::never());
//! assert_eq!(ServerTime::new().call(&once).unwrap_err().attempts(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod failure;
mod policy;
mod table;

pub use failure::Failure;
pub use policy::Retry;
pub use table::{RULES, Rule, Step};
