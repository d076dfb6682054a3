//! Where a call may go when its portal answers that it has moved: a decision, without I/O.
//!
//! A webhook's code or a token goes wherever the call goes. So only the origin of a request may change,
//! and only to an origin that is the portal's by all that can be known.

mod cloud;
mod location;
mod policy;
mod refused;

use http::HeaderValue;

pub use self::policy::RedirectPolicy;
pub(crate) use self::refused::{Reason, Refused};

use self::location::{Location, Origin};

/// The page that every request is sent to once the licence of a portal of one's own has ended.
const LICENCE_PAGE: &str = "/bitrix/coupon_activation.php";

/// The origin to which the same request may go; `path` is the request's, with its query.
pub(crate) fn next(
    policy: &RedirectPolicy,
    origin: &str,
    path: &str,
    status: u16,
    location: Option<&HeaderValue>,
) -> Result<String, Refused> {
    let refuse = |reason, host: Option<&str>| Refused::new(status, reason, host);
    let from = Origin::parse(origin).ok_or_else(|| refuse(Reason::NoAddress, None))?;
    let Some(location) = location else {
        return Err(refuse(Reason::NoLocation, None));
    };
    let Some(location) = Location::resolve(location, &from) else {
        return Err(refuse(Reason::NoAddress, None));
    };
    let to = &location.origin;
    let refuse = |reason| refuse(reason, (*to != from).then(|| to.authority()));
    if location.path == LICENCE_PAGE {
        return Err(refuse(Reason::Licence));
    }
    // These say where the request should go; the others do not.
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Err(refuse(Reason::OtherRequest));
    }
    if !location.is_at(path) {
        return Err(refuse(Reason::OtherPath));
    }
    if *to == from {
        return Err(refuse(Reason::Itself));
    }
    if !to.is_private() {
        return Err(refuse(Reason::Readable));
    }
    if policy.allows(&from, to) {
        Ok(to.as_str())
    } else {
        Err(refuse(Reason::Stranger))
    }
}

#[cfg(test)]
mod tests;
