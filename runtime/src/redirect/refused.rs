//! Why a call does not go where its portal's answer sends it.

use crate::error::{TransportError, TransportErrorKind};

/// A redirect that is not followed. It knows no path, for that may hold the webhook's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    status: u16,
    reason: Reason,
    /// Where the answer leads, if to another host.
    host: Option<String>,
}

/// Why it is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The answer names no place.
    NoLocation,
    /// What it names is no address of the web.
    NoAddress,
    /// The licence of a portal of one's own has ended: it answers every request so, for ever.
    Licence,
    /// The answer is none that sends the same request elsewhere.
    OtherRequest,
    /// The address is not that of the same request at another host.
    OtherPath,
    /// The address is the one that the request was sent to.
    Itself,
    /// It leads to plain http over the network.
    Readable,
    /// It leads to a host that the policy does not know for the portal's.
    Stranger,
    /// More of them than a portal that moved would send.
    TooMany,
}

impl Refused {
    pub(super) fn new(status: u16, reason: Reason, host: Option<&str>) -> Self {
        Self {
            status,
            reason,
            host: host.map(str::to_owned),
        }
    }

    /// For whoever follows: one more would be one too many.
    pub(crate) fn too_many(status: u16) -> Self {
        Self::new(status, Reason::TooMany, None)
    }

    #[cfg(test)]
    pub(crate) fn reason(&self) -> Reason {
        self.reason
    }

    /// In words; and whether the request may have been executed: not if the answer says that it went
    /// to the wrong place.
    pub(crate) fn into_error(self) -> TransportError {
        let Self { status, reason, host } = self;
        // One that leads to another page may tell, with 303, what came of the request.
        let moved = matches!(status, 301 | 302 | 307 | 308);
        if reason == Reason::Licence {
            return TransportError::new(TransportErrorKind::Licence, false, format!("HTTP {status}"));
        }
        let place = match (reason, host) {
            (Reason::NoLocation, _) => "to a place that it does not name".to_owned(),
            (Reason::NoAddress, _) => "to a place that is no address".to_owned(),
            (_, Some(host)) => format!("to the host `{host}`"),
            (Reason::Itself | Reason::TooMany, None) => "back and forth".to_owned(),
            (_, None) => "to another page of the same host".to_owned(),
        };
        let why = match reason {
            Reason::OtherPath => ", and not to the same method there",
            Reason::Itself => ", to where the call was sent already",
            Reason::Readable => ", over http: the webhook or token would be readable on the way",
            Reason::Stranger => {
                ", which is not known for the same portal's: name it in a `RedirectPolicy` if it is"
            }
            _ => "",
        };
        TransportError::new(
            TransportErrorKind::Redirect,
            !moved,
            format!("HTTP {status} {place}{why}"),
        )
    }
}
