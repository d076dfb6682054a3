//! The faults.

use super::Rule;

/// Something that goes wrong with one request; given to [`Portal::inject`](crate::Portal::inject).
///
/// Without a rule it strikes every REST request; [`on`](Self::on), [`nth`](Self::nth) and their
/// like make a [`Rule`] of it.
///
/// ```
/// use b24_portal::{Fault, Portal};
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
/// portal.inject(Fault::BadGateway.on("server.time").nth(1).executed(true));
///
/// let address = format!("{}server.time", portal.webhook());
/// assert!(get(&address)?.starts_with("HTTP/1.1 502 Bad Gateway\r\n"));
/// assert!(get(&address)?.starts_with("HTTP/1.1 200 OK\r\n"));
/// // The first answer was lost, but the method had run: this is how duplicates come about.
/// assert_eq!(portal.executions("server.time"), 2);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// 503 `QUERY_LIMIT_EXCEEDED`: too many requests. The method did not run.
    QueryLimit,
    /// 429 with a page of the web server in place of a code. The method did not run.
    TooManyRequests,
    /// 429 `OPERATION_TIME_LIMIT`: the method has used up its time. It did not run.
    OperatingLimit,
    /// 503 `OVERLOAD_LIMIT`: someone has blocked the application by hand. The method did not run.
    Overload,
    /// 401: the access token has expired. The method did not run.
    ExpiredToken,

    /// 500 with the error of a portal whose database failed, before or after it wrote.
    InternalError,
    /// 502 with a page: the proxy got no answer from the portal, whether it called or not.
    BadGateway,
    /// 503 with a page: the portal is being maintained, from before the call or from its middle on.
    Unavailable,
    /// 200 with a page of HTML, as a login form or a proxy of the provider sends it.
    HtmlPage,
    /// 200 with nothing, as a PHP process that died writes it.
    EmptyBody,

    /// A warning of PHP stands before the JSON.
    PhpWarning,
    /// A byte order mark stands before the JSON.
    ByteOrderMark,
    /// The JSON is said to be `text/html`.
    WrongType,
    /// A text in the answer has bytes that are not UTF-8.
    BadUtf8,
    /// Beside the result stands a member of 100,000 lists in one another.
    DeepNesting,
    /// `next` and `total` have 400 digits.
    HugeNumbers,
    /// The answer is compressed: 256 MiB of blanks before the JSON, in a quarter of a megabyte.
    GzipBomb,

    /// The connection is reset once the request was read. The method did not run.
    ResetBefore,
    /// The connection is reset in place of the answer: the method ran.
    ResetAfter,
    /// The connection is closed without an answer, before or after the method ran.
    Close,
    /// There is no answer, and the connection stays open until the client leaves.
    Silence,
    /// What answers speaks another protocol.
    NotHttp,
    /// The connection is closed after half of the body.
    Truncated,
    /// `Content-Length` promises 64 bytes more than come before the connection is closed.
    LengthTooLong,
    /// `Content-Length` promises half of the body. The other half comes too, and stands where the
    /// client, if it uses the connection again, expects its next answer.
    LengthTooShort,
    /// The body comes whole, in chunks without the last one that ends them.
    UnfinishedChunks,
    /// The body has no end: blanks, for as long as the client reads.
    Endless,
    /// After half of the body nothing comes any more, and the connection stays open until the client
    /// leaves.
    Stall,
    /// A blank comes every five milliseconds, for a minute; then the answer.
    Drip,
    /// The answer has a mebibyte of headers.
    HeaderFlood,
    /// The answer is right, but the connection is closed after it without a word of it in the
    /// headers: the next request over it is lost, and does not run.
    UnannouncedClose,
}

impl Fault {
    /// Every fault, for tests that go through them all.
    ///
    /// ```
    /// use b24_portal::Fault;
    ///
    /// assert!(Fault::ALL.contains(&Fault::GzipBomb));
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::QueryLimit,
        Self::TooManyRequests,
        Self::OperatingLimit,
        Self::Overload,
        Self::ExpiredToken,
        Self::InternalError,
        Self::BadGateway,
        Self::Unavailable,
        Self::HtmlPage,
        Self::EmptyBody,
        Self::PhpWarning,
        Self::ByteOrderMark,
        Self::WrongType,
        Self::BadUtf8,
        Self::DeepNesting,
        Self::HugeNumbers,
        Self::GzipBomb,
        Self::ResetBefore,
        Self::ResetAfter,
        Self::Close,
        Self::Silence,
        Self::NotHttp,
        Self::Truncated,
        Self::LengthTooLong,
        Self::LengthTooShort,
        Self::UnfinishedChunks,
        Self::Endless,
        Self::Stall,
        Self::Drip,
        Self::HeaderFlood,
        Self::UnannouncedClose,
    ];

    /// Whether the method runs although the fault strikes, unless the rule
    /// [says otherwise](Self::executed).
    ///
    /// ```
    /// use b24_portal::Fault;
    ///
    /// assert!(!Fault::QueryLimit.runs());
    /// assert!(Fault::PhpWarning.runs());
    /// ```
    #[must_use]
    pub const fn runs(self) -> bool {
        let refused = matches!(
            self,
            Self::QueryLimit
                | Self::TooManyRequests
                | Self::OperatingLimit
                | Self::Overload
                | Self::ExpiredToken
                | Self::ResetBefore
        );
        !refused && !self.either_way()
    }

    /// Whether it happens both before and after the method ran, so that nobody can tell from the
    /// answer: what [`executed`](Self::executed) chooses from.
    ///
    /// ```
    /// use b24_portal::Fault;
    ///
    /// assert!(Fault::BadGateway.either_way());
    /// assert!(!Fault::QueryLimit.either_way());
    /// ```
    #[must_use]
    pub const fn either_way(self) -> bool {
        matches!(
            self,
            Self::InternalError
                | Self::BadGateway
                | Self::Unavailable
                | Self::HtmlPage
                | Self::EmptyBody
                | Self::Close
                | Self::Silence
                | Self::NotHttp
        )
    }

    /// Strikes calls of this method only, in whatever case it is written; of both versions of the
    /// API.
    #[must_use]
    pub fn on(self, method: &str) -> Rule {
        Rule::from(self).on(method)
    }

    /// Strikes requests for tokens, `/oauth/token/`, in place of REST requests.
    #[must_use]
    pub fn on_oauth(self) -> Rule {
        Rule::from(self).on_oauth()
    }

    /// Strikes the `n`th matching request only; the first one is 1.
    #[must_use]
    pub fn nth(self, n: usize) -> Rule {
        Rule::from(self).nth(n)
    }

    /// Strikes the first `n` matching requests.
    #[must_use]
    pub fn first(self, n: usize) -> Rule {
        Rule::from(self).first(n)
    }

    /// Chooses whether the method runs, where both [happen](Self::either_way). Of the other faults
    /// each has its one way, and keeps it.
    #[must_use]
    pub fn executed(self, executed: bool) -> Rule {
        Rule::from(self).executed(executed)
    }
}
