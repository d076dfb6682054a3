//! Why an export has ended before the last row.

use std::path::PathBuf;
use std::{fmt, io};

use b24::ListError;

/// Why an export has ended before the last row.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The list could not be walked to its end.
    List(ListError),
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The cursor beside the file is that of another export.
    OtherCursor(PathBuf),
    /// There is such a file, which no export has left unfinished.
    Exists(PathBuf),
    /// The file has fewer rows than its cursor tells.
    LostRows(PathBuf),
    /// A row has a field that the first one had not, so that there is no column for it.
    NoColumn(String),
    /// A row is not an object.
    NoObject,
    /// The user has ended it.
    Interrupted {
        /// How many rows are in the file.
        rows: u64,
    },
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(error) => write!(f, "{error}\nthe same command goes on where this one ended"),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::OtherCursor(path) => write!(
                f,
                "{} is the cursor of another export: finish that one, or remove the cursor",
                path.display()
            ),
            Self::Exists(path) => write!(
                f,
                "{} is there already: choose another name, or write over it with --force",
                path.display()
            ),
            Self::LostRows(path) => write!(
                f,
                "{} has fewer rows than its cursor tells: put it back, or remove both",
                path.display()
            ),
            Self::NoColumn(name) => write!(
                f,
                "a row has the field {name:?}, for which there is no column: export as JSON lines"
            ),
            Self::NoObject => f.write_str("a row is not an object: export as JSON lines"),
            Self::Interrupted { rows } => {
                write!(
                    f,
                    "interrupted after {rows} rows; the same command goes on from there"
                )
            }
        }
    }
}

// What is within shows itself above, so it is not a source as well.
impl std::error::Error for ExportError {}

impl From<ListError> for ExportError {
    fn from(error: ListError) -> Self {
        Self::List(error)
    }
}
