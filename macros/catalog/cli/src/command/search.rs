//! Methods by parts of their names.

use std::process::ExitCode;

use anstream::{eprintln, println};
use b24_catalog::Api;
use b24_cli::search::search;
use b24_cli::show::{FAINT, NAME, WARNING};
use clap::Args;

/// Finds methods by parts of their names.
#[derive(Args)]
pub(crate) struct Search {
    /// Parts of a name, all of which it has: `chat add`
    #[arg(required = true, value_name = "PART")]
    parts: Vec<String>,
}

impl Search {
    pub(super) fn run(self) -> ExitCode {
        let mut found = 0;
        for method in search(&self.parts).filter_map(|entry| entry.read()) {
            let of = if method.api == Api::V3 { "  REST 3" } else { "" };
            let old = method.deprecation.as_ref().map(|deprecation| {
                format!(
                    "  {WARNING}deprecated{WARNING:#}{FAINT}{}{FAINT:#}",
                    deprecation.instead()
                )
            });
            println!("{NAME}{}{NAME:#}{of}{}", method.name, old.unwrap_or_default());
            found += 1;
        }
        if found == 0 {
            eprintln!("no method has `{}` in its name", self.parts.join("` and `"));
            return ExitCode::FAILURE;
        }
        ExitCode::SUCCESS
    }
}
