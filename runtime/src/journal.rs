//! What a program remembers of a bulk change, so that it can go on where it was ended.

mod file;

use std::time::Duration;

pub use file::FileJournal;

use crate::error::StoreError;

/// What is known of an item of a bulk change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It was executed.
    Done,
    /// It was not executed: the portal, or this side, refused it.
    Failed,
    /// It was to be sent, at this time since 1970, and nothing more is known.
    Unknown {
        /// When the mark was made.
        since: Duration,
    },
}

/// Remembers what became of each item, by a key of the program's own: for
/// [`Client::send_once`](crate::Client::send_once).
///
/// ```
/// use std::collections::HashMap;
///
/// use b24::{Journal, Mark, StoreError};
///
/// /// In place of a table of a database.
/// #[derive(Default)]
/// struct Table(HashMap<String, Mark>);
///
/// impl Journal for Table {
///     fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError> {
///         Ok(self.0.get(key).copied())
///     }
///     fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError> {
///         self.0.extend(marks.iter().map(|(key, mark)| (key.to_string(), *mark)));
///         Ok(())
///     }
/// }
///
/// let mut table = Table::default();
/// table.note(&[("row-1", Mark::Done), ("row-2", Mark::Failed)])?;
/// assert_eq!(table.mark("row-1")?, Some(Mark::Done));
/// assert_eq!(table.mark("row-3")?, None);
/// # Ok::<(), StoreError>(())
/// ```
pub trait Journal {
    /// What was noted of this item last; `None` where nothing was.
    ///
    /// # Errors
    /// If it cannot be read.
    fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError>;

    /// Notes these marks in place of those before. Where any is [`Mark::Unknown`], the items are sent next:
    /// when this returns, the marks have to outlive the process, and the machine's power.
    ///
    /// # Errors
    /// If they cannot be written.
    fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError>;
}

impl<J: Journal + ?Sized> Journal for &mut J {
    fn mark(&mut self, key: &str) -> Result<Option<Mark>, StoreError> {
        (**self).mark(key)
    }
    fn note(&mut self, marks: &[(&str, Mark)]) -> Result<(), StoreError> {
        (**self).note(marks)
    }
}
