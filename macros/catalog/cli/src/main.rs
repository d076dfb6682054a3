//! The tool `b24`.
#![allow(clippy::print_stdout, reason = "it is what a tool does")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use b24_cli::checkout::Checkout;
use b24_cli::doubt::About;
use b24_cli::files::files;
use b24_cli::import::{Import, import};
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
        /// The folder of the catalog; without it, nothing is written.
        #[arg(long)]
        catalog: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let Command::Import { checkout, catalog } = Arguments::parse().command;
    match run(checkout, catalog) {
        Ok(code) => code,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(checkout: PathBuf, catalog: Option<PathBuf>) -> io::Result<ExitCode> {
    let import = import(&Checkout::open(checkout)?)?;
    report(&import);
    if let Some(catalog) = catalog {
        for (path, text) in files(&import.methods) {
            let path = catalog.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(path, text)?;
        }
    }
    let unreadable = import.doubts.iter().any(|doubt| doubt.about.is_unreadable());
    Ok(if unreadable { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn report(import: &Import) {
    for doubt in &import.doubts {
        println!("{doubt}");
    }
    println!("pages: {}, methods: {}", import.pages, import.methods.len());
    let mut counts: BTreeMap<About, usize> = BTreeMap::new();
    for doubt in &import.doubts {
        *counts.entry(doubt.about).or_default() += 1;
    }
    for (about, count) in counts {
        println!("{count} times: {about}");
    }
}
