//! HTTP/1.1 on loopback: sockets in, [`Received`](crate::Received) out, and replies back.

mod body;
mod connection;
mod door;
mod script;
mod server;
mod socket;

pub(crate) use door::Door;
pub(crate) use script::{Script, Then};
pub(crate) use server::Server;
