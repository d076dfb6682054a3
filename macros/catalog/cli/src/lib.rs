//! The tool `b24`: what Bitrix24 documents of its methods, as Rust declarations for the SDK `b24`.
//!
//! For users, data flows from the facts, which are [`b24_catalog::Method`]: [`search`] finds methods,
//! [`show`](mod@show) makes lines of their facts, [`declare`] makes structs and enums of them, as data,
//! and [`render`] makes Rust of those.
//!
//! For the catalog itself, data flows to the facts: a [`checkout`] has texts, a text becomes a [`page`]
//! with sections and tables, [`understand`] makes facts of it, and [`write`](mod@write) makes text of
//! them again, for [`files`]. No sentence of the documentation comes through.

pub mod changes;
pub mod checkout;
pub mod corrections;
pub mod declare;
pub mod doubt;
pub mod files;
pub mod import;
pub mod library;
pub mod page;
pub mod render;
pub mod report;
pub mod samples;
pub mod search;
pub mod show;
mod siblings;
pub mod understand;
pub mod write;
