//! One connection: request after request until either side closes it.

use std::{fmt, rc::Rc};

use hyper::{
    Request, Response, StatusCode, Uri,
    body::Incoming,
    header::{HeaderName, HeaderValue},
    http::uri::PathAndQuery,
    server::conn::http1,
    service::service_fn,
};
use tokio::net::TcpStream;

use super::{
    body::{self, Full},
    socket::Socket,
};
use crate::{received::Received, reply::Reply};

/// Serves until the connection ends. Its errors are the client's doing (broken requests, gone
/// away) or the script's ([`Reply::Disconnect`]): there is no one to tell.
pub(super) async fn serve(socket: TcpStream, handler: Rc<impl Fn(Received) -> Reply>) {
    // Answers are small and awaited: without this each waits for the client's acknowledgement.
    drop(socket.set_nodelay(true));
    let service = service_fn(|request| answer(request, &*handler));
    let connection = http1::Builder::new()
        .half_close(true)
        .title_case_headers(true)
        .serve_connection(Socket::new(socket), service);
    drop(connection.await);
}

async fn answer(
    request: Request<Incoming>,
    handler: &impl Fn(Received) -> Reply,
) -> Result<Response<Full>, HangUp> {
    let (head, incoming) = request.into_parts();
    let body = match body::collect(incoming).await {
        Ok(body) => body,
        Err(body::Refused::TooLarge) => return respond(too_large()),
        Err(body::Refused::Broken) => return Err(HangUp),
    };
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let received = Received {
        verb: head.method.as_str().to_owned(),
        target: target(&head.uri),
        headers: (head.headers.iter())
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect(),
        body,
    };
    respond(handler(received))
}

/// Path and query, also of a request that was written for a proxy and names the host.
fn target(uri: &Uri) -> String {
    let path = uri.path_and_query().map(PathAndQuery::as_str);
    path.map_or_else(|| uri.to_string(), str::to_owned)
}

/// Makes the connection end without an answer.
#[derive(Debug)]
struct HangUp;

impl fmt::Display for HangUp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the connection is closed without an answer")
    }
}

impl std::error::Error for HangUp {}

fn respond(reply: Reply) -> Result<Response<Full>, HangUp> {
    let Reply::Http {
        status,
        headers,
        body,
    } = reply
    else {
        return Err(HangUp);
    };
    // 1xx are no final answers, and hyper would refuse them too.
    let Some(status) = StatusCode::from_u16(status)
        .ok()
        .filter(|status| !status.is_informational())
    else {
        let text = format!("{status} cannot be the status of a response.");
        return respond(Reply::plain(500, &text));
    };
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    for (name, value) in headers {
        // A scripted content type may hold what no header can: it is left out.
        if let (Ok(name), Ok(value)) = (
            HeaderName::try_from(name),
            HeaderValue::from_bytes(value.as_bytes()),
        ) {
            response.headers_mut().append(name, value);
        }
    }
    Ok(response)
}

fn too_large() -> Reply {
    Reply::plain(413, "The body is larger than this sandbox keeps in memory.")
}
