//! Who calls, and what they may do.

use super::{
    Failure,
    address::{RestAddress, Webhook},
};
use crate::{
    oauth::{Access, CLIENT_ID},
    php::Array,
    received::Received,
    sandbox::Sandbox,
    settings::Settings,
};

/// The codes and tokens of every sandbox. They open nothing but a sandbox.
pub(crate) const WEBHOOK: &str = "sandboxcode0000";
pub(crate) const LIMITED_WEBHOOK: &str = "sandboxcode0001";
pub(crate) const TOKEN: &str = "sandboxtoken0000";
pub(crate) const EXPIRED_TOKEN: &str = "sandboxtoken0001";

/// The one person of the portal: its administrator, by number and by login.
const ADMINISTRATOR: [&str; 2] = ["1", "admin"];

/// Who makes a call.
#[derive(Debug)]
pub(crate) struct Caller {
    pub(crate) user: i64,
    /// The OAuth client, which a webhook does not have.
    pub(crate) client: Option<&'static str>,
    /// Under what `operating` is counted: the application, or the webhook.
    pub(crate) account: &'static str,
    /// A scope that was not granted; all others were.
    lacks: Option<&'static str>,
}

impl Caller {
    /// Whether the method's scope was granted: by name, the part before the first dot.
    pub(super) fn check_scope(&self, method: &str) -> Result<(), Failure> {
        let scope = method.split('.').next().unwrap_or_default();
        if self.lacks != Some(scope) {
            return Ok(());
        }
        let credential = match self.client {
            Some(_) => "access token",
            None => "webhook token",
        };
        let failure = Failure::new(
            401,
            "insufficient_scope",
            &format!("The request requires higher privileges than provided by the {credential}"),
        );
        Err(failure.documented_as(403))
    }
}

/// Finds the caller. A webhook in the path comes first, then an access token, then a webhook in
/// the parameters.
pub(super) fn authorize(
    request: &Received,
    address: &RestAddress<'_>,
    parameters: &Array,
    sandbox: &Sandbox,
) -> Result<Caller, Failure> {
    if let Some(webhook) = &address.webhook {
        return by_webhook(webhook, &sandbox.settings);
    }
    if let Some(token) = token(request, parameters) {
        return by_token(&token, sandbox);
    }
    match (text(parameters, "aplogin"), text(parameters, "ap")) {
        (Some(user), Some(code)) => {
            let (user, code) = (&user, &code);
            by_webhook(&Webhook { user, code }, &sandbox.settings)
        }
        _ => Err(Failure::new(401, "NO_AUTH_FOUND", "Wrong authorization data")),
    }
}

fn by_webhook(webhook: &Webhook<'_>, settings: &Settings) -> Result<Caller, Failure> {
    if settings.https_only {
        return Err(Failure::new(401, "INVALID_REQUEST", "Https required.").documented_as(400));
    }
    let known = match webhook.code {
        WEBHOOK => Some((WEBHOOK, None)),
        LIMITED_WEBHOOK => Some((LIMITED_WEBHOOK, Some("imbot"))),
        _ => None,
    };
    match known {
        Some((account, lacks)) if ADMINISTRATOR.contains(&webhook.user) => Ok(Caller {
            user: 1,
            client: None,
            account,
            lacks,
        }),
        _ => {
            let failure = Failure::new(401, "INVALID_CREDENTIALS", "Invalid request credentials");
            Err(failure.documented_as(403))
        }
    }
}

fn by_token(token: &str, sandbox: &Sandbox) -> Result<Caller, Failure> {
    match sandbox.grants.access(token, sandbox.settings.clock.now()) {
        Access::Valid => Ok(Caller {
            user: 1,
            client: Some(CLIENT_ID),
            account: CLIENT_ID,
            lacks: None,
        }),
        Access::Removed => Err(Failure::new(401, "ERROR_OAUTH", "Application not installed")),
        Access::Expired => Err(Failure::new(
            401,
            "expired_token",
            "The access token provided has expired",
        )),
        Access::Unknown => Err(Failure::new(
            401,
            "invalid_token",
            "Unable to get application by token",
        )),
    }
}

/// The header wins over `auth`, and `auth` over `access_token`; empty ones count as absent.
fn token(request: &Received, parameters: &Array) -> Option<String> {
    bearer(request)
        .or_else(|| text(parameters, "auth"))
        .or_else(|| text(parameters, "access_token"))
}

fn bearer(request: &Received) -> Option<String> {
    // HTTP has taken the blanks from the end, so a scheme alone does not split.
    let (scheme, token) = request.header("authorization")?.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

fn text(parameters: &Array, name: &str) -> Option<String> {
    let value = parameters.get(name)?;
    let text = value.truthy().then(|| value.to_text())??;
    Some(String::from_utf8_lossy(&text).into_owned())
}
