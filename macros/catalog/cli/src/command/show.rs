//! The facts of methods.

use std::error::Error;
use std::process::ExitCode;

use anstream::{print, println};
use b24_cli::show::{FAINT, show};
use clap::Args;

use super::{Interface, methods};

/// Shows what is documented of a method.
#[derive(Args)]
pub(crate) struct Show {
    /// The name of a method: `imbot.v2.Chat.add`
    #[arg(required = true, value_name = "METHOD")]
    names: Vec<String>,
    /// The interface, where both have the method
    #[arg(long)]
    api: Option<Interface>,
}

impl Show {
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        for name in &self.names {
            for method in methods(name, self.api)? {
                println!("{}", show(&method));
            }
        }
        print!("{FAINT}as Rust: b24 declare {}{FAINT:#}\n", self.names.join(" "));
        Ok(ExitCode::SUCCESS)
    }
}
