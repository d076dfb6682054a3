//! Reads the documentation of the Bitrix24 REST API into the catalog of `b24`.
//!
//! Data flows one way: a [`checkout`] has texts, a text becomes a [`page`] with sections and tables,
//! [`understand`] makes facts of it, which are [`b24_catalog::Method`], and [`write`](mod@write) makes
//! text of them again, for [`files`]. No sentence of the documentation comes through.

pub mod changes;
pub mod checkout;
pub mod corrections;
pub mod doubt;
pub mod files;
pub mod import;
pub mod page;
pub mod report;
pub mod samples;
pub mod understand;
pub mod write;
