//! What list methods select, and in which order: builders that cannot write a malformed key.

mod classic;
mod fault;
mod list;
mod name;
mod order;
mod select;
mod v3;
mod value;

pub use classic::Filter;
pub use order::Order;
pub use select::Select;
pub use v3::FilterV3;
