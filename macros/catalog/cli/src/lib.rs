//! Reads the documentation of the Bitrix24 REST API into the catalog of `b24`.
//!
//! Data flows one way: the text of a page, [`page`] with sections and tables, facts as
//! [`b24_catalog::Method`] has them, text again. No sentence of the documentation comes through.

pub mod page;
