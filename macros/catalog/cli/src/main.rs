//! The tool `b24`.

mod command;

use std::process::ExitCode;

use anstream::eprintln;
use clap::Parser;

use crate::command::Command;

/// What is shown below the commands.
const EXAMPLES: &str = "Examples:
  b24 search chat add
  b24 show imbot.v2.Chat.add
  b24 declare imbot.v2.Chat.add > src/chat_add.rs";

/// Begins with a method of the Bitrix24 REST API in Rust: finds it, shows what is documented of it, and
/// prints its declaration for the SDK b24.
#[derive(Parser)]
#[command(name = "b24", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}error{:#}: {error}", command::ERROR, command::ERROR);
            ExitCode::FAILURE
        }
    }
}
