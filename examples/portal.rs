//! What an example runs in: a client of a portal, and words for what goes wrong.

#![allow(clippy::print_stdout, clippy::print_stderr)] // an example speaks to a person

use std::error::Error;
use std::process::ExitCode;

use b24::Client;
use b24_portal::Portal;

/// Runs an example with a client of the real portal that `B24_WEBHOOK` names, or of a sandbox.
pub fn run(example: impl FnOnce(&Client) -> Result<(), Box<dyn Error>>) -> ExitCode {
    run_with(|_| (), example)
}

/// The same, with a sandbox that is made ready first: its lists are filled, say.
pub fn run_with(
    prepare: impl FnOnce(&Portal),
    example: impl FnOnce(&Client) -> Result<(), Box<dyn Error>>,
) -> ExitCode {
    report(with_client(prepare, example))
}

/// Whether `B24_WEBHOOK` names a real portal.
#[must_use]
pub fn is_real() -> bool {
    std::env::var_os(b24::WEBHOOK_VARIABLE).is_some()
}

/// Runs an example that needs more of a portal than a real one gives away.
pub fn run_in_sandbox(example: impl FnOnce(&Portal) -> Result<(), Box<dyn Error>>) -> ExitCode {
    let sandbox = Portal::start().map_err(Into::into);
    report(sandbox.and_then(|portal| example(&portal)))
}

fn report(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Not from `main`, which would show it as `Debug` does.
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn with_client(
    prepare: impl FnOnce(&Portal),
    example: impl FnOnce(&Client) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    if is_real() {
        let client = Client::from_env()?;
        println!("calling the portal of {}: {client:?}", b24::WEBHOOK_VARIABLE);
        return example(&client);
    }
    let sandbox = Portal::start()?;
    prepare(&sandbox);
    println!(
        "calling a sandbox portal inside this program; set {} to call a real one",
        b24::WEBHOOK_VARIABLE
    );
    example(&Client::webhook(sandbox.webhook())?)
}
