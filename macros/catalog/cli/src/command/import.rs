//! Facts out of the documentation.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::eprintln;
use b24_catalog::{Method, read};
use b24_cli::changes::changes;
use b24_cli::checkout::Checkout;
use b24_cli::corrections;
use b24_cli::files::files;
use b24_cli::import::import;
use b24_cli::report::report;
use clap::Args;

use super::{ERROR, print};

/// Reads a checkout of the documentation, Russian or English, and writes the facts.
#[derive(Args)]
pub(crate) struct Import {
    /// The folder that has `api-reference`
    checkout: PathBuf,
    /// The folder of the catalog, with its corrections
    #[arg(long, default_value = "macros/catalog")]
    catalog: PathBuf,
    /// Only report: write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let file = self.catalog.join("corrections.txt");
        let corrections =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let import = import(&Checkout::open(self.checkout)?, &corrections::read(&corrections)?)?;
        let changes = changes(&committed(&self.catalog)?, &import.methods);
        let mut text = report(&import);
        let _ = writeln!(text, "changes that a declaration can fail by: {}", changes.len());
        for change in changes {
            let _ = writeln!(text, "         {change}");
        }
        print(&text)?;
        if !import.is_whole() {
            eprintln!(
                "{ERROR}error{ERROR:#}: there are pages that could not be read, and no correction explains them; nothing was written"
            );
            return Ok(ExitCode::FAILURE);
        }
        if !self.dry_run {
            write(&self.catalog, &files(&import.methods))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The methods as they were written last; none where nothing was.
fn committed(catalog: &Path) -> Result<Vec<Method>, Box<dyn Error>> {
    let mut all = Vec::new();
    let Ok(folder) = fs::read_dir(catalog.join("data")) else {
        return Ok(all);
    };
    for entry in folder {
        let path = entry?.path();
        if path.file_name().is_none_or(|name| name != "index.txt") {
            let text = fs::read_to_string(&path)?;
            all.extend(read::methods(&text).map_err(|fault| format!("{}: {fault}", path.display()))?);
        }
    }
    all.sort_by_key(|method| (method.name.to_ascii_lowercase(), method.api));
    Ok(all)
}

/// Replaces all files with facts; one of a scope that is gone goes too.
fn write(catalog: &Path, files: &BTreeMap<String, String>) -> std::io::Result<()> {
    let data = catalog.join("data");
    fs::create_dir_all(&data)?;
    for (path, text) in files {
        fs::write(catalog.join(path), text)?;
    }
    // What is left over goes last, so that a failure above leaves no hole.
    for entry in fs::read_dir(&data)? {
        let name = entry?.file_name();
        if !files.contains_key(&format!("data/{}", name.to_string_lossy())) {
            fs::remove_file(data.join(name))?;
        }
    }
    Ok(())
}
