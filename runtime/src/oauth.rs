//! Authorization by OAuth: an application, the tokens that a portal gives it, and their renewal.

mod answer;
mod application;
mod authorization;
mod form;
mod server;
mod single_flight;
mod state;
mod store;
mod tokens;

pub use application::Application;
pub use server::AuthorizationServer;
pub use state::State;
pub use store::{FileStore, MemoryStore, TokenStore};
pub use tokens::Tokens;

pub(crate) use authorization::{Authorization, Need, Renewed};

/// What `single_flight` locks with; its tests give it another.
mod sync {
    pub(super) use std::sync::{Arc, Condvar, Mutex, MutexGuard};
}

/// What stands in errors in place of a method of the REST API.
const TOKEN_METHOD: &str = "oauth/token";

/// Compares in a time that does not tell where the two differ.
fn same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    let difference = pairs.fold(0, |difference, (one, other)| {
        std::hint::black_box(difference | (one ^ other))
    });
    one.len() == other.len() && difference == 0
}
