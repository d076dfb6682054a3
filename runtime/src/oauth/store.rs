//! Where tokens outlive a process.

mod file;

use std::fmt;
use std::sync::{Mutex, PoisonError};

pub use file::FileStore;

use super::Tokens;
use crate::error::StoreError;
use crate::secret::HIDDEN;

/// Keeps the tokens of one portal, whose refresh token changes with each renewal.
///
/// A new pair is saved before it is used, and loaded before it is renewed, for another process may
/// have renewed it. The store must not call a portal through the client that uses it.
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::{Arc, Mutex};
///
/// use b24::{StoreError, TokenStore, Tokens};
///
/// /// In place of a database, with a row for each portal.
/// #[derive(Clone, Default)]
/// struct Table(Arc<Mutex<HashMap<String, String>>>);
///
/// struct Row { table: Table, portal: String }
///
/// impl TokenStore for Row {
///     fn load(&self) -> Result<Option<Tokens>, StoreError> {
///         let table = self.table.0.lock().unwrap();
///         let tokens = table.get(&self.portal).map(|json| Tokens::from_json(json));
///         tokens.transpose().map_err(|error| StoreError::new("cannot load the tokens", error))
///     }
///     fn save(&self, tokens: &Tokens) -> Result<(), StoreError> {
///         self.table.0.lock().unwrap().insert(self.portal.clone(), tokens.to_json());
///         Ok(())
///     }
/// }
///
/// let row = Row { table: Table::default(), portal: "a223c6b3".to_owned() };
/// assert_eq!(row.load()?, None);
/// row.save(&Tokens::new("example.bitrix24.com", "s1morf609228", "4f9k4jpmg13u")?)?;
/// assert_eq!(row.load()?.unwrap().refresh_token(), Some("4f9k4jpmg13u"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait TokenStore: Send + Sync {
    /// The tokens that were saved last; `None` before the first.
    ///
    /// # Errors
    /// If they cannot be read.
    fn load(&self) -> Result<Option<Tokens>, StoreError>;

    /// Keeps these tokens in place of the former ones: all of them or nothing.
    ///
    /// # Errors
    /// If they cannot be written.
    fn save(&self, tokens: &Tokens) -> Result<(), StoreError>;

    /// Does `work`, which loads, renews and saves, while no other process does.
    ///
    /// Provided for stores of one process: it does the work and nothing else.
    ///
    /// # Errors
    /// If the lock cannot be had; `work` was not done then.
    fn locked(&self, work: &mut dyn FnMut()) -> Result<(), StoreError> {
        work();
        Ok(())
    }

    /// The same if no other process is at it now; otherwise `false`, and `work` was not done. A client
    /// then tries again, until its call may not wait any longer.
    ///
    /// Provided for stores of one process, and for those whose lock is had soon: it waits for
    /// [`locked`](Self::locked).
    ///
    /// # Errors
    /// As `locked`.
    fn try_locked(&self, work: &mut dyn FnMut()) -> Result<bool, StoreError> {
        self.locked(work).map(|()| true)
    }
}

/// Tokens that end with the process.
///
/// ```
/// use b24::{MemoryStore, TokenStore, Tokens};
///
/// let store = MemoryStore::default();
/// assert_eq!(store.load()?, None);
/// store.save(&Tokens::new("example.bitrix24.com", "s1morf609228", None)?)?;
/// assert_eq!(store.load()?.unwrap().access_token(), "s1morf609228");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Default)]
pub struct MemoryStore(Mutex<Option<Tokens>>);

impl TokenStore for MemoryStore {
    fn load(&self) -> Result<Option<Tokens>, StoreError> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    fn save(&self, tokens: &Tokens) -> Result<(), StoreError> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(tokens.clone());
        Ok(())
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MemoryStore({HIDDEN})")
    }
}
