//! What goes back over the socket.

use crate::http::Script;

/// An answer of HTTP, or what the socket does in place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    Http(Response),
    Wire(Script),
}

/// One HTTP response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self::Http(Response::new(status, content_type, body))
    }

    /// For what no portal would say: the sandbox speaks for itself.
    pub(crate) fn plain(status: u16, text: &str) -> Self {
        Self::Http(Response::plain(status, text))
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        if let Self::Http(response) = &mut self {
            response.headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

impl Response {
    pub(crate) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self {
            status,
            headers: vec![("Content-Type".to_owned(), content_type.to_owned())],
            body,
        }
    }

    /// As [`Reply::plain`].
    pub(crate) fn plain(status: u16, text: &str) -> Self {
        let text = format!("b24-portal: {text}\n");
        Self::new(status, "text/plain; charset=utf-8", text.into_bytes())
    }

    /// Replaces all headers of that name.
    pub(crate) fn set_header(&mut self, name: &str, value: &str) {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }
}
