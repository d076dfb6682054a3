//! `/oauth/authorize/`: the page on which a person lets an application in. Here everybody does.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{MEMBER_ID, SCOPE};
use crate::{
    php::{self, Value},
    received::Received,
    reply::Reply,
    sandbox::Sandbox,
};

/// Sends the person to the application, with a code.
pub(super) fn answer(sandbox: &mut Sandbox, request: &Received) -> Reply {
    let parameters = php::parse_form(request.query().as_bytes());
    let text = |name| parameters.get(name).map(Value::to_lossy).unwrap_or_default();
    let application = sandbox.settings.application.clone();
    // The application hears nothing of these: the person sees a page of the portal.
    if text("client_id") != application.client_id {
        return Reply::plain(400, "There is no such application on this portal.");
    }
    if sandbox.grants.removed {
        return Reply::plain(401, "The application is not installed on this portal.");
    }
    let now = sandbox.settings.clock.now();
    let code = sandbox.grants.code(now);
    let state = text("state");
    let query = [
        ("code", code.as_str()),
        ("state", &state),
        ("domain", sandbox.host()),
        ("member_id", MEMBER_ID),
        ("scope", SCOPE),
        ("server_domain", sandbox.host()),
    ];
    let query = query.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    let redirect_uri = &application.redirect_uri;
    let mark = if redirect_uri.contains('?') { '&' } else { '?' };
    Reply::new(302, "text/html; charset=utf-8", Vec::new())
        .with_header("Location", &format!("{redirect_uri}{mark}{}", query.join("&")))
}
