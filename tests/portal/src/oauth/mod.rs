//! The authorization server, and the page of the portal that sends people to an application. On
//! a real portal they are two servers; here one port serves both.

mod application;
mod authorize;
mod grants;
mod token;

pub use application::Application;
pub(crate) use application::CLIENT_ID;
pub(crate) use grants::{Access, Grants};
pub(crate) use token::first_tokens;

use crate::{received::Received, reply::Reply, sandbox::Sandbox};

/// What an application is told of where it is.
const MEMBER_ID: &str = "b2400000000000000000000000000001";
const SCOPE: &str = "crm,im,imbot,task,user";

/// Answers what goes to `/oauth/`; `None` where it goes elsewhere.
pub(crate) fn answer(sandbox: &mut Sandbox, request: &Received) -> Option<Reply> {
    let path = request.path();
    match path.strip_suffix('/').unwrap_or(path) {
        "/oauth/token" => Some(token::answer(sandbox, request)),
        "/oauth/authorize" => Some(authorize::answer(sandbox, request)),
        _ => None,
    }
}
