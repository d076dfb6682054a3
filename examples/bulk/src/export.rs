//! A file of rows, and beside it a cursor: how far the file is good, and where the list goes on.

mod cursor;
mod error;
mod rows;

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use b24::{Client, Position, Progress, Scan};
use serde_json::Value;

use cursor::Cursor;
pub use error::ExportError;
pub use rows::Format;
use rows::Rows;

/// The rows between two notes of the cursor.
const NOTED_EACH: u64 = 1_000;

/// An export into a file, which goes on where an earlier one was ended, however that was.
#[derive(Debug)]
pub struct Export {
    rows: Rows,
    cursor: Cursor,
    cursor_path: PathBuf,
    unnoted: u64,
}

impl Export {
    /// Goes on with the file if it has a cursor beside it, and begins it otherwise: another file of that name
    /// is left alone unless `force` says to write over it. `source` tells what is exported, and from where.
    ///
    /// # Errors
    /// If a file cannot be read or written, is there already, or has lost rows; or if the cursor is that of
    /// another export.
    pub fn open(path: &Path, format: Format, source: &str, force: bool) -> Result<Self, ExportError> {
        let cursor_path = PathBuf::from(format!("{}.cursor", path.display()));
        let kept = Cursor::load(&cursor_path)?;
        if kept.as_ref().is_some_and(|cursor| !cursor.is_of(source, format)) {
            return Err(ExportError::OtherCursor(cursor_path));
        }
        let failed = |error| ExportError::File(path.to_owned(), error);
        let file = OpenOptions::new().create(true).append(true).open(path);
        let file = file.map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        let cursor = match kept {
            Some(cursor) if length < cursor.bytes => return Err(ExportError::LostRows(path.to_owned())),
            Some(cursor) => cursor,
            None if length > 0 && !force => return Err(ExportError::Exists(path.to_owned())),
            None => {
                // Whatever ends the export from now on, the file is known as its own.
                let cursor = Cursor::start(source, format);
                cursor.save(&cursor_path)?;
                cursor
            }
        };
        // What was written after the cursor will come again.
        file.set_len(cursor.bytes).map_err(failed)?;
        Ok(Self {
            rows: Rows::new(path, file, format, cursor.columns.clone()),
            cursor,
            cursor_path,
            unnoted: 0,
        })
    }

    /// How many rows are in the file.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.cursor.rows + self.unnoted
    }

    /// Exports the rows that are not in the file yet; returns how many it has then.
    ///
    /// # Errors
    /// If the walk ends early, a file cannot be written, or the user has interrupted it: another export goes
    /// on.
    pub fn run<M: Scan<Item = Value>>(
        mut self,
        client: &Client,
        list: &M,
        told: &(dyn Fn(&Progress) + Sync),
        interrupted: &dyn Fn() -> bool,
    ) -> Result<u64, ExportError> {
        let rows = client.scan(list).counted().from(self.cursor.position);
        let mut rows = rows.on_page(told);
        while let Some(row) = rows.next() {
            match row {
                Ok(row) => self.rows.write(&row)?,
                Err(error) => {
                    self.note(rows.position())?;
                    return Err(error.into());
                }
            }
            self.unnoted += 1;
            let is_interrupted = interrupted();
            if is_interrupted || self.unnoted >= NOTED_EACH {
                self.note(rows.position())?;
            }
            if is_interrupted {
                return Err(ExportError::Interrupted { rows: self.rows() });
            }
        }
        self.finish()
    }

    /// The rows are in the file before the cursor says so.
    fn note(&mut self, position: Position) -> Result<(), ExportError> {
        self.cursor.bytes = self.rows.sync()?;
        self.cursor.columns = self.rows.columns().to_vec();
        self.cursor.position = position;
        self.cursor.rows += std::mem::take(&mut self.unnoted);
        self.cursor.save(&self.cursor_path)
    }

    fn finish(mut self) -> Result<u64, ExportError> {
        self.rows.sync()?;
        Cursor::remove(&self.cursor_path)?;
        Ok(self.rows())
    }
}
