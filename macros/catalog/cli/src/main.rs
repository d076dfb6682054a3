//! The tool `b24`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is what a tool does")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use b24_catalog::{Method, read};
use b24_cli::changes::changes;
use b24_cli::checkout::Checkout;
use b24_cli::corrections;
use b24_cli::files::files;
use b24_cli::import::import;
use b24_cli::report::report;
use clap::{Parser, Subcommand};

/// What Bitrix24 documents of its REST API, for the Rust SDK `b24`.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a checkout of the documentation, Russian or English, and writes the facts.
    Import {
        /// The folder that has `api-reference`.
        checkout: PathBuf,
        /// The folder of the catalog, with its corrections.
        #[arg(long, default_value = "macros/catalog")]
        catalog: PathBuf,
        /// Only report: write nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

fn main() -> ExitCode {
    let Command::Import {
        checkout,
        catalog,
        dry_run,
    } = Arguments::parse().command;
    match run(&checkout, &catalog, dry_run) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(checkout: &Path, catalog: &Path, dry_run: bool) -> Result<ExitCode, Box<dyn Error>> {
    let file = catalog.join("corrections.txt");
    let corrections = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let import = import(&Checkout::open(checkout)?, &corrections::read(&corrections)?)?;
    print!("{}", report(&import));
    let changes = changes(&committed(catalog)?, &import.methods);
    println!("changes that a declaration can fail by: {}", changes.len());
    for change in changes {
        println!("         {change}");
    }
    if !import.is_whole() {
        eprintln!(
            "error: there are pages that could not be read, and no correction explains them; nothing was written"
        );
        return Ok(ExitCode::FAILURE);
    }
    if !dry_run {
        write(catalog, &files(&import.methods))?;
    }
    Ok(ExitCode::SUCCESS)
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
fn write(catalog: &Path, files: &std::collections::BTreeMap<String, String>) -> std::io::Result<()> {
    let data = catalog.join("data");
    fs::create_dir_all(&data)?;
    for entry in fs::read_dir(&data)? {
        fs::remove_file(entry?.path())?;
    }
    for (path, text) in files {
        fs::write(catalog.join(path), text)?;
    }
    Ok(())
}
