//! Faults that put something else in the answer's place.

use super::Fault;
use crate::{
    http::{Script, Then},
    received::Received,
    reply::Reply,
    rest::{self, Failure},
};

const HTML: &str = "text/html; charset=utf-8";

/// What goes out in place of any answer; `None` where the fault needs the real one.
pub(super) fn reply(fault: Fault, request: &Received) -> Option<Reply> {
    let failure = |status, code, description: &str| {
        let failure = Failure::new(status, code, description);
        Some(rest::refusal(request.path(), &failure))
    };
    let wire = |bytes: &[u8], then| Some(Reply::Wire(Script::new(bytes.to_vec(), then)));
    let page = |status, title| Some(page(status, title));
    match fault {
        Fault::QueryLimit => failure(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
        Fault::TooManyRequests => page(429, "429 Too Many Requests"),
        Fault::OperatingLimit => failure(
            429,
            "OPERATION_TIME_LIMIT",
            "Method is blocked due to operation time limit.",
        ),
        Fault::Overload => failure(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload."),
        Fault::ExpiredToken => failure(401, "expired_token", "The access token provided has expired"),
        Fault::InternalError => failure(500, "ERROR_CORE", "SQL query error!"),
        Fault::BadGateway => page(502, "502 Bad Gateway"),
        Fault::Unavailable => page(503, "503 Service Temporarily Unavailable"),
        Fault::HtmlPage => page(200, "Authorization"),
        Fault::EmptyBody => Some(Reply::new(200, HTML, Vec::new())),
        Fault::ResetBefore => wire(b"", Then::Reset),
        Fault::Close => wire(b"", Then::Close),
        Fault::Silence => wire(b"", Then::Silence),
        Fault::NotHttp => wire(b"SSH-2.0-OpenSSH_9.6\r\n", Then::Close),
        _ => None,
    }
}

/// A page as a web server sends it of its own.
pub(crate) fn page(status: u16, title: &str) -> Reply {
    Reply::new(status, HTML, html(title))
}

fn html(title: &str) -> Vec<u8> {
    let page = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n\
         <body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    );
    page.into_bytes()
}
