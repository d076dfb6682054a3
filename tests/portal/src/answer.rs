//! Scripted answers.

use crate::{http::Script, reply::Reply, rest::Failure};

/// What a method of the sandbox is to answer; given to [`Portal::answer`] or
/// [`Portal::answer_once`].
///
/// ```
/// use b24_portal::{Answer, Portal};
///
/// let portal = Portal::start()?;
/// portal.answer("crm.lead.add", Answer::result("17"));
/// portal.answer_once("crm.lead.add", Answer::error(400, "", "Title is required."));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// [`Portal::answer`]: crate::Portal::answer
/// [`Portal::answer_once`]: crate::Portal::answer_once
#[derive(Debug, Clone)]
pub struct Answer(pub(crate) Scripted);

#[derive(Debug, Clone)]
pub(crate) enum Scripted {
    Result(String),
    Page {
        rows: String,
        next: Option<u64>,
        total: u64,
    },
    Echo,
    Error(Failure),
    Sent(Reply),
}

impl Answer {
    /// A success: `json`, a text of JSON or a JSON value, becomes the `result` of the usual envelope.
    ///
    /// It is written as the real server would write it, whatever the text looks like: `{}` comes
    /// out as `[]`, `1.0` as `1`, `next` and `total` move out of the result. Text that is not
    /// JSON is answered with status 500 and an explanation.
    #[must_use]
    pub fn result(json: impl std::fmt::Display) -> Self {
        Self(Scripted::Result(json.to_string()))
    }

    /// A page of a list: `rows`, a text of JSON or a JSON value, become the `result`, beside where the
    /// next page begins, if there is one, and how many rows there are in all.
    ///
    /// ```
    /// use b24_portal::{Answer, Portal};
    ///
    /// let portal = Portal::start()?;
    /// portal.answer_once("user.get", Answer::page(r#"[{"ID":"1"}]"#, Some(1), 2));
    /// portal.answer_once("user.get", Answer::page(r#"[{"ID":"2"}]"#, None, 2));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn page(rows: impl std::fmt::Display, next: Option<u64>, total: u64) -> Self {
        Self(Scripted::Page {
            rows: rows.to_string(),
            next,
            total,
        })
    }

    /// A success whose `result` is the call's parameters as a method would see them: merged from
    /// query and body, reserved names removed, with PHP's types.
    ///
    /// ```
    /// use b24_portal::{Answer, Portal};
    /// # use std::io::{Read, Write};
    /// # fn get(url: &str) -> std::io::Result<String> {
    /// #     let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    /// #     let mut socket = std::net::TcpStream::connect(host)?;
    /// #     write!(socket, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    /// #     let mut answer = String::new();
    /// #     socket.read_to_string(&mut answer)?;
    /// #     Ok(answer)
    /// # }
    ///
    /// let portal = Portal::start()?;
    /// portal.answer("my.method", Answer::echo());
    /// let answer = get(&format!("{}my.method?a[b][]=1&c.d=2", portal.webhook()))?;
    /// assert!(answer.contains(r#"{"result":{"a":{"b":["1"]},"c_d":"2"},"time":"#));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn echo() -> Self {
        Self(Scripted::Echo)
    }

    /// A failure, in the shape in which the server reports failures: REST 3 has one of its own.
    #[must_use]
    pub fn error(status: u16, code: &str, description: &str) -> Self {
        Self(Scripted::Error(Failure::new(status, code, description)))
    }

    /// A failure of REST 3 for parameters that do not fit: each field with what is wrong about it.
    ///
    /// ```
    /// use b24_portal::{Answer, Portal};
    ///
    /// let portal = Portal::start()?;
    /// portal.answer("note.document.add", Answer::invalid([("title", "Title is too long")]));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn invalid<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(Scripted::Error(Failure::invalid(fields)))
    }

    /// Any HTTP response, sent verbatim: an HTML page in place of JSON, half a document, nothing.
    ///
    /// A status that no response can have (below 200 or above 999) is answered with 500 and an
    /// explanation.
    #[must_use]
    pub fn raw(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self(Scripted::Sent(Reply::new(status, content_type, body.into())))
    }

    /// No answer: the method is counted as executed, then the connection is closed. The client
    /// cannot know whether its call took effect.
    #[must_use]
    pub fn disconnect() -> Self {
        Self(Scripted::Sent(Reply::Wire(Script::hang_up())))
    }
}
