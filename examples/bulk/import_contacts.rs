//! Makes contacts of the rows of a CSV file. After Ctrl-C, or whatever else ended it, the same command goes on,
//! and no contact is made twice.
//!
//! Talks to a sandbox portal inside this program, unless `B24_WEBHOOK` names a real one.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use b24::{Client, FileJournal};
use b24_examples_bulk::{Imported, import, on_interrupt, sample};
use clap::Parser;

/// Makes contacts of the rows of a CSV file, each once.
#[derive(Debug, Parser)]
struct Arguments {
    /// The file: columns are fields of a contact, and `ORIGIN_ID` tells them apart. Left out, people are
    /// invented, for the sandbox only.
    file: Option<PathBuf>,
    /// Remembers what was done; left out, it stands beside the file. A sandbox forgets, and so does its
    /// journal.
    #[arg(long)]
    journal: Option<PathBuf>,
    /// How many people are invented.
    #[arg(long, default_value_t = 1_000)]
    rows: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    b24_examples::run(|client| run(client, &arguments))
}

fn run(client: &Client, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    match (&arguments.file, b24_examples::is_real()) {
        (None, true) => Err("which file is to be imported? Invented people are for the sandbox".into()),
        (Some(file), true) => {
            let beside = || PathBuf::from(format!("{}.journal", file.display()));
            let journal = arguments.journal.clone().unwrap_or_else(beside);
            verdict(&summary(client, open(file)?, &journal)?)
        }
        (file, false) => {
            let people: Box<dyn Read> = match file {
                Some(file) => Box::new(open(file)?),
                None => Box::new(std::io::Cursor::new(sample(arguments.rows))),
            };
            let name = format!("b24-example-{}.journal", std::process::id());
            let journal = std::env::temp_dir().join(name);
            let imported = summary(client, people, &journal);
            fs::remove_file(&journal)?;
            match (file, imported?) {
                // One of the invented people has no key, to be seen in the summary.
                (None, imported) if imported.failed == 1 && !imported.interrupted => Ok(()),
                (_, imported) => verdict(&imported),
            }
        }
    }
}

fn open(path: &Path) -> Result<File, String> {
    File::open(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn summary(client: &Client, people: impl Read, journal: &Path) -> Result<Imported, Box<dyn Error>> {
    let interrupted = on_interrupt()?;
    let imported = import(client, people, FileJournal::open(journal)?, &interrupted)?;
    println!("{imported}");
    Ok(imported)
}

fn verdict(imported: &Imported) -> Result<(), Box<dyn Error>> {
    match imported.failed {
        0 if !imported.interrupted => Ok(()),
        0 => Err("not all rows were imported".into()),
        failed => Err(format!("no contact was made of {failed} rows, or nobody knows").into()),
    }
}
