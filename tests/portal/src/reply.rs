//! What goes back over the socket.

/// One HTTP response, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    Http {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// Close the connection without a word.
    Disconnect,
}

impl Reply {
    pub(crate) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self::Http {
            status,
            headers: vec![("Content-Type".to_owned(), content_type.to_owned())],
            body,
        }
    }

    /// For what no portal would say: the sandbox speaks for itself.
    pub(crate) fn plain(status: u16, text: &str) -> Self {
        let text = format!("b24-portal: {text}\n");
        Self::new(status, "text/plain; charset=utf-8", text.into_bytes())
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        if let Self::Http { headers, .. } = &mut self {
            headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}
