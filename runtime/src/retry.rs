//! Whether a call that failed is sent again.

mod failure;
mod policy;
mod table;

pub use failure::Failure;
pub use policy::Retry;
pub use table::{RULES, Rule, Step};
