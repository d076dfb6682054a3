//! Methods by parts of their names.

use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;

use anstream::eprintln;
use b24_catalog::Api;
use b24_cli::search::search;
use b24_cli::show::{FAINT, NAME, WARNING};
use clap::Args;

use super::print;

/// Finds methods by parts of their names.
#[derive(Args)]
pub(crate) struct Search {
    /// Parts of a name, all of which it has: `chat add`
    #[arg(required = true, value_name = "PART")]
    parts: Vec<String>,
}

impl Search {
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let mut found = String::new();
        for method in search(&self.parts).filter_map(|entry| entry.read()) {
            let of = if method.api == Api::V3 { "  REST 3" } else { "" };
            let old = method.deprecation.as_ref().map(|deprecation| {
                format!(
                    "  {WARNING}deprecated{WARNING:#}{FAINT}{}{FAINT:#}",
                    deprecation.instead()
                )
            });
            let _ = writeln!(
                found,
                "{NAME}{}{NAME:#}{of}{}",
                method.name,
                old.unwrap_or_default()
            );
        }
        if found.is_empty() {
            eprintln!("no method has `{}` in its name", self.parts.join("` and `"));
            return Ok(ExitCode::FAILURE);
        }
        print(&found)?;
        Ok(ExitCode::SUCCESS)
    }
}
