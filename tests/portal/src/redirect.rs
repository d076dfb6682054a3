//! A portal that is no longer where it was: renamed, or without a licence.

use crate::{received::Received, reply::Reply};

/// Where the whole portal sends everyone.
#[derive(Debug, Default)]
pub(crate) enum Redirect {
    #[default]
    None,
    /// To the same place at another address, which has no slash at the end.
    Moved { status: u16, url: String },
    /// To one page, from that page too.
    Unlicensed,
}

impl Redirect {
    /// The answer to a request, unless it has arrived. The authorization server is not the
    /// portal's, and stays.
    pub(crate) fn answer(&self, request: &Received) -> Option<Reply> {
        if request.path().starts_with("/oauth/token") {
            return None;
        }
        let host = request.header("host").unwrap_or_default();
        match self {
            Self::None => None,
            Self::Moved { url, .. } if url.trim_start_matches("http://") == host => None,
            Self::Moved { status, url } => Some(send(*status, &format!("{url}{}", request.target))),
            Self::Unlicensed => Some(send(302, &format!("http://{host}/bitrix/coupon_activation.php"))),
        }
    }
}

/// With a page for a person, as a web server adds it.
fn send(status: u16, location: &str) -> Reply {
    let page = "<html>\r\n<head><title>Moved</title></head>\r\n<body><h1>Moved</h1></body>\r\n</html>\r\n";
    Reply::new(status, "text/html", page.into()).with_header("Location", location)
}
