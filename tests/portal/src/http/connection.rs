//! One connection: request after request until either side closes it.

use std::{cell::Cell, fmt, rc::Rc};

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
    Script,
    body::{self, Full},
    socket::Socket,
};
use crate::{
    received::Received,
    reply::{self, Reply},
};

/// Serves until the connection ends. Its errors are the client's doing (broken requests, gone
/// away): there is no one to tell.
pub(super) async fn serve(mut stream: TcpStream, handler: Rc<impl Fn(Received) -> Reply>) {
    // Answers are small and awaited: without this each waits for the client's acknowledgement.
    drop(stream.set_nodelay(true));
    loop {
        let script = Cell::new(None);
        let service = service_fn(|request| answer(request, &*handler, &script));
        let mut connection = http1::Builder::new()
            .half_close(true)
            .title_case_headers(true)
            .serve_connection(Socket::new(stream), service);
        drop((&mut connection).await);
        let Some(script) = script.take() else {
            return;
        };
        stream = match script.perform(connection.into_parts().io.into_stream()).await {
            Ok(Some(stream)) => stream,
            Ok(None) | Err(_) => return,
        };
    }
}

/// Where the reply is none of HTTP, `script` takes it, and the server of HTTP is told to stop.
async fn answer(
    request: Request<Incoming>,
    handler: &impl Fn(Received) -> Reply,
    script: &Cell<Option<Script>>,
) -> Result<Response<Full>, HangUp> {
    let (head, incoming) = request.into_parts();
    let body = match body::collect(incoming).await {
        Ok(body) => body,
        Err(body::Refused::TooLarge) => {
            let text = "The body is larger than this sandbox keeps in memory.";
            return Ok(response(reply::Response::plain(413, text)));
        }
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
    match handler(received) {
        Reply::Http(reply) => Ok(response(reply)),
        Reply::Wire(wanted) => {
            script.set(Some(wanted));
            Err(HangUp)
        }
    }
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

fn response(reply: reply::Response) -> Response<Full> {
    let status = StatusCode::from_u16(reply.status).ok();
    // 1xx are no final answers, and hyper would refuse them too.
    let Some(status) = status.filter(|status| !status.is_informational()) else {
        let text = format!("{} cannot be the status of a response.", reply.status);
        return response(reply::Response::plain(500, &text));
    };
    let mut response = Response::new(Full::new(reply.body));
    *response.status_mut() = status;
    for (name, value) in reply.headers {
        // A scripted content type may hold what no header can: it is left out.
        if let (Ok(name), Ok(value)) = (
            HeaderName::try_from(name),
            HeaderValue::from_bytes(value.as_bytes()),
        ) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
