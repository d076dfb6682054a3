//! Exports a list into a file, as JSON lines or CSV. After Ctrl-C, or whatever else ended it, the same command
//! goes on where it was.
//!
//! Exports invented deals of a sandbox portal inside this program, unless `B24_WEBHOOK` names a real one.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use b24::{Client, Progress};
use b24_examples_bulk::{Export, Format, ListName, export_list, on_interrupt};
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};

/// Exports a list, each row once, whatever is added and removed meanwhile.
#[derive(Debug, Parser)]
struct Arguments {
    /// The method that lists the rows.
    #[arg(long, default_value = "crm.deal.list")]
    method: ListName,
    /// The kind of items that `crm.item.list` lists; 2 are deals.
    #[arg(long, default_value_t = 2)]
    entity_type: u64,
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// The file; left out, one in the directory for temporary files, which a later export writes over.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Writes over a file that is there already. One that an export has left unfinished is gone on with.
    #[arg(long)]
    force: bool,
    /// How many rows the sandbox has.
    #[arg(long, default_value_t = 20_000)]
    rows: u64,
}

const BAR: &str = "{wide_bar} {human_pos} of {human_len} rows, {per_sec}, {eta} to go";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    b24_examples::run_with(
        |portal| {
            portal.fill(arguments.method.as_str(), arguments.rows);
        },
        |client| export(client, &arguments),
    )
}

fn export(client: &Client, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let method = arguments.method.as_str();
    let path = arguments.out.clone().unwrap_or_else(|| {
        let format = format!("{:?}", arguments.format).to_lowercase();
        std::env::temp_dir().join(format!("b24-example-{method}.{format}"))
    });
    let portal = if b24_examples::is_real() {
        format!("{client:?}")
    } else {
        format!("a sandbox with {} rows", arguments.rows)
    };
    let source = format!("{method} {} of {portal}", arguments.entity_type);
    let force = arguments.force || arguments.out.is_none();
    let export = Export::open(&path, arguments.format, &source, force)?;

    let before = export.rows();
    if before > 0 {
        println!("going on after {before} rows");
    }
    let bar = ProgressBar::no_length().with_style(ProgressStyle::with_template(BAR)?);
    bar.set_position(before);
    bar.reset_eta();
    let told = |progress: &Progress| {
        if let Some(total) = progress.total {
            bar.set_length(before + total);
        }
        bar.set_position(before + progress.rows);
    };
    let interrupted = on_interrupt()?;
    let exported = export_list(
        client,
        arguments.method,
        arguments.entity_type,
        export,
        &told,
        &interrupted,
    );
    bar.finish_and_clear();
    println!("{} rows of {method} in {}", exported?, path.display());
    Ok(())
}
