//! The forms of a REST URL.

/// What a path leads to.
pub(super) enum Address<'a> {
    Rest(RestAddress<'a>),
    /// `/rest/api/METHOD` or `/rest/api/USER/CODE/METHOD`, the third version of the API.
    Rest3(RestAddress<'a>),
    Elsewhere,
}

/// `/rest/METHOD` or `/rest/USER/CODE/METHOD`.
pub(super) struct RestAddress<'a> {
    pub(super) webhook: Option<Webhook<'a>>,
    /// As sent, without the suffix; may be empty, which no method is called.
    pub(super) method: &'a str,
    pub(super) format: Format,
}

/// The user, by number or login, and the secret code.
pub(super) struct Webhook<'a> {
    pub(super) user: &'a str,
    pub(super) code: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Xml,
}

impl<'a> Address<'a> {
    pub(super) fn of(path: &'a str) -> Self {
        let Some(path) = path.strip_prefix("/rest/").or((path == "/rest").then_some("")) else {
            return Self::Elsewhere;
        };
        let path = path.strip_suffix('/').unwrap_or(path);
        let segments: Vec<&str> = path.split('/').collect();
        let (webhook, method) = match segments[..] {
            ["api", ref rest @ ..] => return Self::Rest3(RestAddress::of_v3(rest)),
            [method] => (None, method),
            [user, code, method] => (Some(Webhook { user, code }), method),
            _ => (None, ""),
        };
        let (method, format) = split_suffix(method);
        Self::Rest(RestAddress {
            webhook,
            method,
            format,
        })
    }
}

impl<'a> RestAddress<'a> {
    /// Names are taken as they are: no suffix is cut off.
    fn of_v3(segments: &[&'a str]) -> Self {
        let (webhook, method) = match *segments {
            [method] => (None, method),
            [user, code, method] => (Some(Webhook { user, code }), method),
            _ => (None, ""),
        };
        Self {
            webhook,
            method,
            format: Format::Json,
        }
    }
}

/// The method that a path names, as sent; empty where it names none.
pub(crate) fn method_in(path: &str) -> &str {
    match Address::of(path) {
        Address::Rest(address) | Address::Rest3(address) => address.method,
        Address::Elsewhere => "",
    }
}

fn split_suffix(method: &str) -> (&str, Format) {
    if let Some(method) = method.strip_suffix(".json") {
        (method, Format::Json)
    } else if let Some(method) = method.strip_suffix(".xml") {
        (method, Format::Xml)
    } else {
        (method, Format::Json)
    }
}
