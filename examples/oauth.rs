//! An application of OAuth: a user lets it in, its tokens are kept in a file, and once the access token
//! has expired a call renews it by itself.
//!
//! Talks to a sandbox portal inside this program, which is the authorization server too.

#![allow(clippy::print_stdout)] // a program for a person to look at

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use b24::{
    Application, AuthorizationServer, Client, Event, FileStore, Next, State, TokenStore, b24_method,
    b24_object,
};
use b24_portal::Portal;

/// The user in whose name the application calls.
#[b24_method("user.current", returns = User, effect = read)]
struct CurrentUser;

#[b24_object(result)]
struct User {
    id: b24::Id,
}

fn main() -> ExitCode {
    b24_examples::run_in_sandbox(|portal| {
        let directory = std::env::temp_dir().join(format!("b24-oauth-{}", std::process::id()));
        fs::create_dir_all(&directory)?;
        let result = serve(portal, &directory);
        fs::remove_dir_all(&directory)?;
        result
    })
}

fn serve(portal: &Portal, directory: &Path) -> Result<(), Box<dyn Error>> {
    let registered = portal.application();
    let application = Application::new(&registered.client_id, &registered.client_secret)?
        // Not for a real portal, whose authorization server is known.
        .server(AuthorizationServer::Custom(portal.url().to_owned()))?;

    let store = FileStore::new(directory.join("tokens.json"));
    if store.load()?.is_none() {
        authorize(portal, &application, &store)?;
    }
    let client = Client::builder()
        .oauth(application, store.clone())
        .observer(report)
        .build()?;

    println!("called as user {}", CurrentUser::new().call(&client)?.result.id);

    portal.expire_tokens(); // an hour has passed
    let user = CurrentUser::new().call(&client)?;
    println!("called as user {}, attempts: {}", user.result.id, user.attempts);

    let kept = store.load()?.ok_or("the store is empty")?;
    println!("the store has the new tokens: {kept:?}");
    Ok(())
}

/// Sends the user's browser to the portal, and takes the code that it comes back with.
fn authorize(portal: &Portal, application: &Application, store: &FileStore) -> Result<(), Box<dyn Error>> {
    let state = State::random()?; // kept in the user's session
    let address = application.authorization_url(portal.url(), &state)?;
    println!("the user lets the application in at {address}");

    // What the browser brings; a real application reads both from the address that it is called at.
    let (code, came_back) = (portal.authorize(), state.to_string());
    if !state.matches(&came_back) {
        return Err("the answer belongs to another request".into());
    }
    store.save(&application.exchange(portal.url(), &code)?)?;
    Ok(())
}

fn report(event: &Event<'_>) {
    match event {
        Event::Renewed { method } => println!("{method}: there is a new access token"),
        Event::Attempt(attempt) => match (attempt.error, attempt.next) {
            (Some(error), Next::Renew) => println!("{error}: it will be renewed"),
            (Some(error), _) => println!("{error}"),
            (None, _) => println!("{}: attempt {} succeeded", attempt.method, attempt.number),
        },
        _ => {}
    }
}
