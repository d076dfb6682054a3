//! The three kinds of calls that the tables are about.

use b24::{Client, Effect, Error, Response, b24_method};

/// What the parameters hold that is marked `secret`.
pub(crate) const CARD: &str = "4929813207pan";

#[b24_method("acme.order.list", unlisted, effect = read, returns = u64, at = "id")]
struct OrderList {
    #[b24(secret)]
    card: Option<String>,
}

#[b24_method("acme.order.add", unlisted, returns = u64, at = "id")]
struct OrderAdd {
    #[b24(required)]
    title: String,
    #[b24(secret)]
    card: Option<String>,
}

#[b24_method("acme.order.add", unlisted, api = 3, returns = u64, at = "id")]
struct OrderAddV3 {
    #[b24(required)]
    title: String,
    #[b24(secret)]
    card: Option<String>,
}

/// What is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    Read,
    Write,
    /// A write of REST 3, whose attempts carry one `Idempotency-Key`.
    Keyed,
}

impl Call {
    pub(crate) const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Keyed];

    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Read => "acme.order.list",
            Self::Write | Self::Keyed => "acme.order.add",
        }
    }

    pub(crate) fn effect(self) -> Effect {
        match self {
            Self::Read => Effect::Read,
            Self::Write | Self::Keyed => Effect::Write,
        }
    }

    pub(crate) fn make(self, client: &Client) -> Result<Response<u64>, Error> {
        match self {
            Self::Read => client.call(&OrderList::new().card(CARD)),
            Self::Write => client.call(&OrderAdd::new("Boat").card(CARD)),
            Self::Keyed => client.call(&OrderAddV3::new("Boat").card(CARD)),
        }
    }
}
