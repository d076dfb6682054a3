//! The portal that an example talks to.

#![allow(clippy::print_stdout)] // an example says which portal it calls

use b24::Client;
use b24_portal::Portal;

/// A client, and the sandbox portal that it talks to, if it is not a real one.
#[derive(Debug)]
pub struct Connection {
    /// The client.
    pub client: Client,
    _sandbox: Option<Portal>,
}

/// The real portal that `B24_WEBHOOK` names, or a sandbox.
///
/// # Errors
/// If the variable holds no webhook's address, or the sandbox cannot start.
pub fn connect() -> Result<Connection, Box<dyn std::error::Error>> {
    if std::env::var_os(b24::WEBHOOK_VARIABLE).is_some() {
        let client = Client::from_env()?;
        println!("calling the portal of {}: {client:?}", b24::WEBHOOK_VARIABLE);
        return Ok(Connection {
            client,
            _sandbox: None,
        });
    }
    let sandbox = Portal::start()?;
    println!(
        "calling a sandbox portal inside this program; set {} to call a real one",
        b24::WEBHOOK_VARIABLE
    );
    Ok(Connection {
        client: Client::webhook(sandbox.webhook())?,
        _sandbox: Some(sandbox),
    })
}
