//! What the programs here are made of: how a list is exported, and how contacts are imported, so that
//! either goes on where it was interrupted.

mod export;
mod import;
mod interrupt;
mod lists;

pub use export::{Export, ExportError, Format};
pub use import::{Failed, Imported, import, sample};
pub use interrupt::on_interrupt;
pub use lists::{ListName, export_list};
