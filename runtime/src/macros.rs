//! The macros, documented here because their examples need the runtime.

#[doc = include_str!("b24_enum.md")]
pub use b24_macros::b24_enum;
#[doc = include_str!("b24_method.md")]
pub use b24_macros::b24_method;
#[doc = include_str!("b24_object.md")]
pub use b24_macros::b24_object;
