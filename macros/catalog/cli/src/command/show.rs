//! The facts of methods.

use std::error::Error;
use std::process::ExitCode;

use b24_cli::show::{FAINT, show};
use clap::Args;

use super::{Interface, methods, print};

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
        let mut shown = String::new();
        for name in &self.names {
            for method in methods(name, self.api)? {
                shown.push_str(&show(&method));
                shown.push('\n');
            }
        }
        let names = self.names.join(" ");
        print(&format!("{shown}{FAINT}as Rust: b24 declare {names}{FAINT:#}\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}
