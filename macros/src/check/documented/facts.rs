//! A user's own facts, beside those of the catalog.

use std::env;
use std::fs;
use std::path::PathBuf;

use b24_catalog::{Method, read};

use crate::errors::Errors;
use crate::model::At;

/// The methods of the file, which is named relative to the root of the user's crate.
pub(super) fn read(file: Option<&At<String>>, errors: &mut Errors) -> Vec<Method> {
    let Some(At { value: file, span }) = file else {
        return Vec::new();
    };
    let problem = match fs::read_to_string(path(file)) {
        Ok(text) => match read::methods(&text) {
            Ok(methods) => return methods,
            Err(fault) => format!(
                "`{file}`, line {}: {}\nhow facts are written stands at <https://docs.rs/b24-catalog/latest/b24_catalog/read>",
                fault.line, fault.reason
            ),
        },
        Err(error) => {
            format!("`{file}` cannot be read, as a file of facts below the root of this crate: {error}")
        }
    };
    errors.at(*span, problem);
    Vec::new()
}

/// Whether there is such a file. One that is not there, and reported, is no more for the compiler.
pub(in crate::check) fn is_there(file: &At<String>) -> bool {
    path(&file.value).is_file()
}

fn path(file: &str) -> PathBuf {
    PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(file)
}
