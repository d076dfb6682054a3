//! Rows in a file, as JSON lines or as CSV.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::ExportError;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values, with the names of the first row's fields above.
    Csv,
}

#[derive(Debug)]
pub(super) struct Rows {
    path: PathBuf,
    columns: Vec<String>,
    output: Output,
}

#[derive(Debug)]
enum Output {
    JsonLines(BufWriter<File>),
    Csv(Box<csv::Writer<File>>),
}

impl Rows {
    pub(super) fn new(path: &Path, file: File, format: Format, columns: Vec<String>) -> Self {
        let output = match format {
            Format::Jsonl => Output::JsonLines(BufWriter::new(file)),
            Format::Csv => Output::Csv(Box::new(csv::Writer::from_writer(file))),
        };
        Self {
            path: path.to_owned(),
            columns,
            output,
        }
    }

    /// Empty where they are not known, or not needed.
    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    pub(super) fn write(&mut self, row: &Value) -> Result<(), ExportError> {
        let written = match &mut self.output {
            Output::JsonLines(file) => writeln!(file, "{row}"),
            Output::Csv(writer) => {
                let row = row.as_object().ok_or(ExportError::NoObject)?;
                csv_row(writer, &mut self.columns, row)?
            }
        };
        written.map_err(|error| ExportError::File(self.path.clone(), error))
    }

    /// What was written outlives the program; returns the length of the file.
    pub(super) fn sync(&mut self) -> Result<u64, ExportError> {
        let file = match &mut self.output {
            Output::JsonLines(file) => file.flush().map(|()| file.get_ref()),
            Output::Csv(writer) => writer.flush().map(|()| writer.get_ref()),
        };
        let length = file.and_then(|file| {
            file.sync_data()?;
            Ok(file.metadata()?.len())
        });
        length.map_err(|error| ExportError::File(self.path.clone(), error))
    }
}

/// The first row names the columns.
fn csv_row(
    writer: &mut csv::Writer<File>,
    columns: &mut Vec<String>,
    row: &Map<String, Value>,
) -> Result<io::Result<()>, ExportError> {
    if columns.is_empty() {
        columns.extend(row.keys().cloned());
        if let Err(error) = writer.write_record(&*columns) {
            return Ok(Err(error.into()));
        }
    }
    if let Some(name) = row.keys().find(|name| !columns.contains(name)) {
        return Err(ExportError::NoColumn(name.clone()));
    }
    let cells = columns.iter().map(|name| cell(row.get(name)));
    let record: Vec<_> = cells.collect();
    let written = writer.write_record(record.iter().map(|cell| cell.as_bytes()));
    Ok(written.map_err(Into::into))
}

/// A text as it is, nothing as nothing, and anything else as its JSON.
fn cell(value: Option<&Value>) -> Cow<'_, str> {
    match value {
        None | Some(Value::Null) => Cow::Borrowed(""),
        Some(Value::String(text)) => Cow::Borrowed(text),
        Some(value) => Cow::Owned(value.to_string()),
    }
}
