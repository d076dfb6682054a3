//! Where an export stands, kept in a file.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use b24::Position;
use serde_json::{Value, json};

use super::{ExportError, Format};

#[derive(Debug)]
pub(super) struct Cursor {
    source: String,
    pub(super) position: Position,
    pub(super) rows: u64,
    /// The length of the file with these rows.
    pub(super) bytes: u64,
    pub(super) columns: Vec<String>,
}

impl Cursor {
    pub(super) fn start(source: &str, format: Format) -> Self {
        Self {
            source: full(source, format),
            position: Position::default(),
            rows: 0,
            bytes: 0,
            columns: Vec::new(),
        }
    }

    pub(super) fn is_of(&self, source: &str, format: Format) -> bool {
        self.source == full(source, format)
    }

    pub(super) fn load(path: &Path) -> Result<Option<Self>, ExportError> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(ExportError::File(path.to_owned(), error)),
        };
        let cursor = serde_json::from_slice(&text).ok().and_then(|json| read(&json));
        let cursor = cursor.ok_or_else(|| ExportError::OtherCursor(path.to_owned()))?;
        Ok(Some(cursor))
    }

    /// Another file takes the name once it is whole.
    pub(super) fn save(&self, path: &Path) -> Result<(), ExportError> {
        let text = json!({
            "source": self.source,
            "position": self.position.to_string(),
            "rows": self.rows,
            "bytes": self.bytes,
            "columns": self.columns,
        });
        let next = path.with_extension("cursor.next");
        let saved = fs::write(&next, text.to_string()).and_then(|()| fs::rename(&next, path));
        saved.map_err(|error| ExportError::File(path.to_owned(), error))
    }

    pub(super) fn remove(path: &Path) -> Result<(), ExportError> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(ExportError::File(path.to_owned(), error))
            }
            _ => Ok(()),
        }
    }
}

fn full(source: &str, format: Format) -> String {
    format!("{source} as {format:?}")
}

fn read(json: &Value) -> Option<Cursor> {
    let columns = json["columns"].as_array()?.iter();
    Some(Cursor {
        source: json["source"].as_str()?.to_owned(),
        position: json["position"].as_str()?.parse().ok()?,
        rows: json["rows"].as_u64()?,
        bytes: json["bytes"].as_u64()?,
        columns: columns
            .map(|name| name.as_str().map(str::to_owned))
            .collect::<Option<_>>()?,
    })
}
