//! What `Client::from_env` and a call come to: a program, so that a test can give it an environment.

#![allow(clippy::print_stdout)] // the test reads it

use b24::Client;

fn main() {
    let called = Client::from_env().and_then(|client| client.call_raw("user.current", &()));
    match called {
        Ok(_) => println!("called"),
        Err(error) => println!("{error}"),
    }
}
