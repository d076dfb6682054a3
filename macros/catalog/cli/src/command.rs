//! What the tool can be told to do.

mod declare;
mod facts;
mod import;
mod search;
mod show;

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use b24_catalog::{Api, Method, find};
use b24_cli::search::{search, similar};
use b24_cli::show::NAME;
use clap::Subcommand;

/// The word before an error.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Find methods by parts of their names
    Search(search::Search),
    /// Show what is documented of a method: parameters, result, error codes
    Show(show::Show),
    /// Print methods as Rust: structs, enums and nested objects, ready to compile
    Declare(declare::Declare),
    /// Print the facts of methods, for a file that a declaration names with `facts = "..."`
    Facts(facts::Facts),
    /// Read a checkout of the documentation into the catalog (for those who work on b24 itself)
    Import(import::Import),
}

impl Command {
    pub(crate) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        match self {
            Self::Search(command) => command.run(),
            Self::Show(command) => command.run(),
            Self::Declare(command) => command.run(),
            Self::Facts(command) => command.run(),
            Self::Import(command) => command.run(),
        }
    }
}

/// Prints a whole answer. A reader that has seen enough of it, such as `head`, is no error.
fn print(text: &str) -> io::Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// The interfaces of a portal, as they are chosen.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Interface {
    #[value(name = "2")]
    V2,
    #[value(name = "3")]
    V3,
}

impl From<Interface> for Api {
    fn from(interface: Interface) -> Self {
        match interface {
            Interface::V2 => Self::V2,
            Interface::V3 => Self::V3,
        }
    }
}

/// The methods of a name: one, unless both interfaces have it and none is chosen.
fn methods(name: &str, interface: Option<Interface>) -> Result<Vec<Method>, String> {
    let wanted: &[Api] = match interface {
        None => &[Api::V2, Api::V3],
        Some(Interface::V2) => &[Api::V2],
        Some(Interface::V3) => &[Api::V3],
    };
    let found: Vec<Method> = wanted.iter().filter_map(|api| find(name, *api)).collect();
    if found.is_empty() {
        Err(unknown(name, interface))
    } else {
        Ok(found)
    }
}

fn unknown(name: &str, interface: Option<Interface>) -> String {
    let other = match interface {
        None => None,
        Some(Interface::V2) => Some((Api::V3, "a method of REST 3 only: leave `--api 2` out")),
        Some(Interface::V3) => Some((Api::V2, "no method of REST 3: leave `--api 3` out")),
    };
    if let Some((api, says)) = other
        && find(name, api).is_some()
    {
        return format!("`{name}` is {says}");
    }
    let mut text = format!("`{name}` is not a documented method");
    let close = similar(name);
    for name in &close {
        let _ = write!(text, "\n       did you mean {NAME}{name}{NAME:#}?");
    }
    if close.is_empty() {
        let _ = match search(&[name]).count() {
            0 => write!(
                text,
                "\n       methods are found by parts of their names: `b24 search chat add`"
            ),
            count => write!(
                text,
                "\n       {count} methods have that in their names: `b24 search {name}`"
            ),
        };
    }
    text
}
