//! The facts of methods, for a file of a user's own.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::eprintln;
use b24_catalog::Method;
use b24_cli::checkout::Checkout;
use b24_cli::corrections;
use b24_cli::import::import;
use b24_cli::write;
use clap::Args;

use super::{Interface, methods, print};

/// Prints the facts of methods as a declaration reads them from the file that it names with `facts =
/// "..."`: to change them by hand, or to have those of a newer documentation.
#[derive(Args)]
pub(crate) struct Facts {
    /// The name of a method: `imbot.v2.Chat.add`
    #[arg(required = true, value_name = "METHOD")]
    names: Vec<String>,
    /// The interface, where both have the method
    #[arg(long)]
    api: Option<Interface>,
    /// A checkout of the documentation, Russian or English, to read in place of the catalog: the folder
    /// that has `api-reference`
    #[arg(long, value_name = "CHECKOUT")]
    from: Option<PathBuf>,
    /// A file of corrections to that documentation
    #[arg(long, requires = "from")]
    corrections: Option<PathBuf>,
}

impl Facts {
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let methods = match &self.from {
            Some(checkout) => self.read(checkout)?,
            None => self.known()?,
        };
        let facts: String = methods.iter().map(write::method).collect();
        print(&facts)?;
        Ok(ExitCode::SUCCESS)
    }

    fn known(&self) -> Result<Vec<Method>, Box<dyn Error>> {
        let found = self.names.iter().map(|name| methods(name, self.api));
        let found: Vec<Vec<Method>> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    fn read(&self, checkout: &PathBuf) -> Result<Vec<Method>, Box<dyn Error>> {
        let corrections = match &self.corrections {
            Some(file) => fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?,
            None => String::new(),
        };
        let import = import(&Checkout::open(checkout)?, &corrections::read(&corrections)?)?;
        let mut found = Vec::new();
        for name in &self.names {
            let is_meant = |method: &&Method| {
                let is_wanted = self.api.is_none_or(|api| method.api == api.into());
                is_wanted && method.name.eq_ignore_ascii_case(name)
            };
            let before = found.len();
            found.extend(import.methods.iter().filter(is_meant).cloned());
            if found.len() == before {
                return Err(format!("the documentation in {} has no `{name}`", checkout.display()).into());
            }
        }
        // What the page contradicts itself in stands among the facts; where, is said beside them.
        for method in &found {
            let page = format!("{}.md", method.page);
            for doubt in import.doubts.iter().filter(|doubt| doubt.page == page) {
                eprintln!("{doubt}");
            }
        }
        Ok(found)
    }
}
