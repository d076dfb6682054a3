//! A user's own facts, beside those of the catalog.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use b24_catalog::{Method, read};

use crate::errors::Errors;
use crate::model::At;

/// The methods of the file, which is named relative to the root of the user's crate; `None` where they
/// cannot be read, which is reported.
pub(super) fn read(file: Option<&At<String>>, errors: &mut Errors) -> Option<Vec<Method>> {
    let Some(At { value: file, span }) = file else {
        return Some(Vec::new());
    };
    let problem = match fs::read_to_string(path(file)) {
        // The compiler is to read it too, and gets its path in one piece with the root.
        _ if Path::new(file).is_absolute() => {
            format!(
                "`{file}` is named from the root of the system: name it from the root of this crate, as in `facts = \"my_methods.txt\"`"
            )
        }
        Ok(text) => match read::methods(&text) {
            Ok(methods) => return Some(methods),
            Err(fault) => format!(
                "`{file}`, line {}: {}\nhow facts are written stands at <https://docs.rs/b24-catalog/latest/b24_catalog/read/index.html>",
                fault.line, fault.reason
            ),
        },
        Err(error) => {
            format!("`{file}` cannot be read, as a file of facts below the root of this crate: {error}")
        }
    };
    errors.at(*span, problem);
    None
}

/// Whether the compiler can read it too. One that it cannot is reported already.
pub(in crate::check) fn is_there(file: &At<String>) -> bool {
    Path::new(&file.value).is_relative() && path(&file.value).is_file()
}

fn path(file: &str) -> PathBuf {
    PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(file)
}
