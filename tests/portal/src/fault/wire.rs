//! Faults at the socket: the answer as bytes, and what becomes of them on their way.

use hyper::StatusCode;

use super::Fault;
use crate::{
    http::{Script, Then},
    received::Received,
    reply::{Reply, Response},
};

/// A minute of blanks, at five milliseconds each.
const BLANKS: usize = 12_000;

/// What [`Fault::HeaderFlood`] adds: a mebibyte.
const FLOOD: (usize, usize) = (64, 16 * 1024);

/// What happens with the answer; `None` where the fault leaves the socket alone.
pub(super) fn reply(fault: Fault, response: &Response, request: &Received) -> Option<Reply> {
    let body = response.body.as_slice();
    let half = &body[..body.len() / 2];
    let script = match fault {
        Fault::ResetAfter => Script::new(Vec::new(), Then::Reset),
        Fault::Truncated => Script::new(message(response, body.len(), half), Then::Close),
        Fault::LengthTooLong => Script::new(message(response, body.len() + 64, body), Then::Close),
        Fault::LengthTooShort => {
            let bytes = message(response, half.len(), body);
            Script::new(bytes, if stays(request) { Then::Serve } else { Then::Close })
        }
        Fault::UnfinishedChunks => Script::new(chunked(response, body), Then::Close),
        Fault::Endless => {
            let blanks = " ".repeat(16 * 1024);
            Script::new(chunked(response, b" "), Then::Repeat(chunk(blanks.as_bytes())))
        }
        Fault::Stall => Script::new(message(response, body.len(), half), Then::Silence),
        Fault::Drip => {
            let head = message(response, BLANKS + body.len(), b"");
            let (blanks, bytes) = (BLANKS, body.to_vec());
            Script::new(head, Then::Drip { blanks, bytes })
        }
        Fault::HeaderFlood => {
            let mut flooded = response.clone();
            for number in 0..FLOOD.0 {
                let header = (format!("X-Flood-{number}"), "a".repeat(FLOOD.1));
                flooded.headers.push(header);
            }
            Script::new(message(&flooded, body.len(), body), Then::Close)
        }
        Fault::UnannouncedClose => Script::new(message(response, body.len(), body), Then::Close),
        _ => return None,
    };
    Some(Reply::Wire(script))
}

/// Whether the client means to use the connection again.
fn stays(request: &Received) -> bool {
    let connection = request.header("connection").unwrap_or_default();
    !connection.eq_ignore_ascii_case("close")
}

/// The response with the length that it claims to have.
fn message(response: &Response, length: usize, body: &[u8]) -> Vec<u8> {
    let head = head(response, &format!("Content-Length: {length}"));
    [&head, body].concat()
}

/// The response in one chunk, and without the last one that ends it.
fn chunked(response: &Response, body: &[u8]) -> Vec<u8> {
    let head = head(response, "Transfer-Encoding: chunked");
    [head, chunk(body)].concat()
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    let size = format!("{:X}\r\n", bytes.len());
    [size.as_bytes(), bytes, b"\r\n"].concat()
}

fn head(response: &Response, framing: &str) -> Vec<u8> {
    let status = StatusCode::from_u16(response.status).ok();
    let reason = status.and_then(|status| status.canonical_reason());
    let start = format!("HTTP/1.1 {} {}\r\n", response.status, reason.unwrap_or_default());
    let headers = response.headers.iter();
    let headers: String = headers
        .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
        .collect();
    [&start, &headers, framing, "\r\n\r\n"].concat().into_bytes()
}
