//! What an example runs in: a client of a portal, and words for what goes wrong.

#![allow(clippy::print_stdout, clippy::print_stderr)] // an example speaks to a person

use std::error::Error;
use std::process::ExitCode;

use b24::Client;
use b24_portal::Portal;

/// Runs an example with a client of the real portal that `B24_WEBHOOK` names, or of a sandbox.
pub fn run(example: impl FnOnce(&Client) -> Result<(), Box<dyn Error>>) -> ExitCode {
    match with_client(example) {
        Ok(()) => ExitCode::SUCCESS,
        // Not from `main`, which would show it as `Debug` does.
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn with_client(example: impl FnOnce(&Client) -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    if std::env::var_os(b24::WEBHOOK_VARIABLE).is_some() {
        let client = Client::from_env()?;
        println!("calling the portal of {}: {client:?}", b24::WEBHOOK_VARIABLE);
        return example(&client);
    }
    let sandbox = Portal::start()?;
    println!(
        "calling a sandbox portal inside this program; set {} to call a real one",
        b24::WEBHOOK_VARIABLE
    );
    example(&Client::webhook(sandbox.webhook())?)
}
