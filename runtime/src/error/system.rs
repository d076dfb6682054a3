//! The error codes that any method may answer with.

use super::{Advice, Outcome};

/// An error code that does not come from a method but from the REST API itself.
///
/// ```
/// use b24::SystemCode;
///
/// assert_eq!(SystemCode::from_code("EXPIRED_TOKEN"), Some(SystemCode::ExpiredToken));
/// assert_eq!(SystemCode::ExpiredToken.as_str(), "expired_token");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SystemCode {
    /// `INTERNAL_SERVER_ERROR`: the server failed.
    InternalServerError,
    /// `ERROR_UNEXPECTED_ANSWER`: the server failed.
    ErrorUnexpectedAnswer,
    /// `ERROR_CORE`: the server failed, or a method refused with a text of its own.
    ErrorCore,
    /// `QUERY_LIMIT_EXCEEDED`: too many requests in a short time.
    QueryLimitExceeded,
    /// `OPERATION_TIME_LIMIT`: the method has used up its computing time.
    OperationTimeLimit,
    /// `OVERLOAD_LIMIT`: the portal's REST API is blocked by hand.
    OverloadLimit,
    /// `ERROR_METHOD_NOT_FOUND`: there is no such method, or not on this portal.
    ErrorMethodNotFound,
    /// `ERROR_ARGUMENT`: an argument is missing or unusable.
    ErrorArgument,
    /// `ERROR_BATCH_METHOD_NOT_ALLOWED`: the method may not stand in a batch.
    ErrorBatchMethodNotAllowed,
    /// `ERROR_BATCH_LENGTH_EXCEEDED`: a batch with more than 50 commands.
    ErrorBatchLengthExceeded,
    /// `ERROR_MANIFEST_IS_NOT_AVAILABLE`: there is no such manifest.
    ErrorManifestIsNotAvailable,
    /// `INVALID_REQUEST`: not sent over https; from an authorization server, malformed.
    InvalidRequest,
    /// `ACCESS_DENIED`: the portal's plan, or the caller's rights, do not allow it.
    AccessDenied,
    /// `PORTAL_DELETED`: the portal is closed or gone.
    PortalDeleted,
    /// `NO_AUTH_FOUND`: no usable credentials came with the request.
    NoAuthFound,
    /// `INVALID_CREDENTIALS`: the webhook does not exist, or its user lacks rights.
    InvalidCredentials,
    /// `insufficient_scope`: the credentials do not cover the method's scope.
    InsufficientScope,
    /// `expired_token`: the access token has expired.
    ExpiredToken,
    /// `invalid_token`: the access token belongs to no application here.
    InvalidToken,
    /// `user_access_error`: the user may not use the application.
    UserAccessError,
    /// `authorization_error`: the user cannot be authorized.
    AuthorizationError,
    /// `APPLICATION_NOT_FOUND`: the application is not installed.
    ApplicationNotFound,
    /// `ERROR_OAUTH`: the application is not installed.
    ErrorOauth,
    /// `WRONG_AUTH_TYPE`: the method does not accept this way of authorization.
    WrongAuthType,
    /// `PAYMENT_REQUIRED`: the subscription has ended.
    PaymentRequired,
    /// `METHOD_CONFIRM_WAITING`: the administrator has yet to confirm the call.
    MethodConfirmWaiting,
    /// `METHOD_CONFIRM_DENIED`: the administrator denied the call.
    MethodConfirmDenied,
    /// `invalid_grant`: the authorization server does not know the code or the refresh token, or no
    /// longer.
    InvalidGrant,
    /// `invalid_client`: the application's secret is wrong, or the application is not installed.
    InvalidClient,
    /// `wrong_client`: there is no such application.
    WrongClient,
    /// `invalid_scope`: more rights than the application was registered with.
    InvalidScope,
    /// `NOT_INSTALLED`: the application was removed from the portal.
    NotInstalled,
}

/// What is known of one code.
struct Facts {
    code: SystemCode,
    text: &'static str,
    /// As documented; servers deviate.
    status: u16,
    auth: bool,
    outcome: Outcome,
    advice: Advice,
}

const fn facts(
    code: SystemCode,
    text: &'static str,
    status: u16,
    auth: bool,
    outcome: Outcome,
    advice: Advice,
) -> Facts {
    Facts {
        code,
        text,
        status,
        auth,
        outcome,
        advice,
    }
}

/// In the order of the variants.
#[rustfmt::skip]
static TABLE: [Facts; 32] = {
    use Advice::{Authorize, Check, Contact, FixRequest, Reauthorize, Wait};
    use Outcome::{NotExecuted, Unknown};
    use SystemCode as Code;
    [
        facts(Code::InternalServerError, "INTERNAL_SERVER_ERROR", 500, false, Unknown, Check),
        facts(Code::ErrorUnexpectedAnswer, "ERROR_UNEXPECTED_ANSWER", 500, false, Unknown, Check),
        facts(Code::ErrorCore, "ERROR_CORE", 500, false, Unknown, Check),
        facts(Code::QueryLimitExceeded, "QUERY_LIMIT_EXCEEDED", 503, false, NotExecuted, Wait),
        facts(Code::OperationTimeLimit, "OPERATION_TIME_LIMIT", 429, false, NotExecuted, Wait),
        facts(Code::OverloadLimit, "OVERLOAD_LIMIT", 503, false, NotExecuted, Contact),
        facts(Code::ErrorMethodNotFound, "ERROR_METHOD_NOT_FOUND", 404, false, NotExecuted, FixRequest),
        facts(Code::ErrorArgument, "ERROR_ARGUMENT", 400, false, NotExecuted, FixRequest),
        facts(Code::ErrorBatchMethodNotAllowed, "ERROR_BATCH_METHOD_NOT_ALLOWED", 405, false, NotExecuted, FixRequest),
        facts(Code::ErrorBatchLengthExceeded, "ERROR_BATCH_LENGTH_EXCEEDED", 400, false, NotExecuted, FixRequest),
        facts(Code::ErrorManifestIsNotAvailable, "ERROR_MANIFEST_IS_NOT_AVAILABLE", 404, false, NotExecuted, FixRequest),
        facts(Code::InvalidRequest, "INVALID_REQUEST", 400, false, NotExecuted, FixRequest),
        facts(Code::AccessDenied, "ACCESS_DENIED", 403, false, NotExecuted, Authorize),
        facts(Code::PortalDeleted, "PORTAL_DELETED", 500, false, NotExecuted, Contact),
        facts(Code::NoAuthFound, "NO_AUTH_FOUND", 401, true, NotExecuted, Authorize),
        facts(Code::InvalidCredentials, "INVALID_CREDENTIALS", 403, true, NotExecuted, Authorize),
        facts(Code::InsufficientScope, "insufficient_scope", 403, true, NotExecuted, Authorize),
        facts(Code::ExpiredToken, "expired_token", 401, true, NotExecuted, Authorize),
        facts(Code::InvalidToken, "invalid_token", 401, true, NotExecuted, Authorize),
        facts(Code::UserAccessError, "user_access_error", 403, true, NotExecuted, Authorize),
        facts(Code::AuthorizationError, "authorization_error", 401, true, NotExecuted, Authorize),
        facts(Code::ApplicationNotFound, "APPLICATION_NOT_FOUND", 401, true, NotExecuted, Authorize),
        facts(Code::ErrorOauth, "ERROR_OAUTH", 401, true, NotExecuted, Authorize),
        facts(Code::WrongAuthType, "WRONG_AUTH_TYPE", 403, true, NotExecuted, Authorize),
        facts(Code::PaymentRequired, "PAYMENT_REQUIRED", 401, false, NotExecuted, Contact),
        facts(Code::MethodConfirmWaiting, "METHOD_CONFIRM_WAITING", 401, false, NotExecuted, Wait),
        facts(Code::MethodConfirmDenied, "METHOD_CONFIRM_DENIED", 403, false, NotExecuted, Contact),
        facts(Code::InvalidGrant, "invalid_grant", 400, true, NotExecuted, Reauthorize),
        facts(Code::InvalidClient, "invalid_client", 400, true, NotExecuted, Authorize),
        facts(Code::WrongClient, "wrong_client", 200, true, NotExecuted, Authorize),
        facts(Code::InvalidScope, "invalid_scope", 400, true, NotExecuted, Authorize),
        facts(Code::NotInstalled, "NOT_INSTALLED", 401, true, NotExecuted, Authorize),
    ]
};

impl SystemCode {
    /// The code as a system code, whatever its case; `None` for a method's own codes.
    ///
    /// Those of REST 3 are called otherwise, and mean the same:
    ///
    /// ```
    /// # use b24::SystemCode;
    /// let code = SystemCode::from_code("BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION");
    /// assert_eq!(code, Some(SystemCode::ErrorMethodNotFound));
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(class) = in_rest_3(code) {
            let mut known = REST_3.iter();
            return known
                .find(|(name, _)| name.eq_ignore_ascii_case(class))
                .map(|(_, code)| *code);
        }
        TABLE
            .iter()
            .find(|facts| facts.text.eq_ignore_ascii_case(code))
            .map(|facts| facts.code)
    }

    /// The code as the documentation writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.facts().text
    }

    /// The HTTP status that the documentation gives for it; servers deviate from it, by 401 above
    /// all.
    #[must_use]
    pub fn documented_status(self) -> u16 {
        self.facts().status
    }

    /// Whether it speaks of the credentials.
    pub(crate) fn is_auth(self) -> bool {
        self.facts().auth
    }

    pub(crate) fn outcome(self) -> Outcome {
        self.facts().outcome
    }

    pub(crate) fn advice(self) -> Advice {
        self.facts().advice
    }

    fn facts(self) -> &'static Facts {
        &TABLE[self as usize]
    }
}

/// The codes of REST 3 that any method may answer with, by the names of their exceptions.
static REST_3: [(&str, SystemCode); 5] = [
    ("ACCESSDENIED", SystemCode::AccessDenied),
    ("INSUFFICIENTSCOPE", SystemCode::InsufficientScope),
    ("INTERNAL", SystemCode::InternalServerError),
    ("METHODNOTFOUND", SystemCode::ErrorMethodNotFound),
    ("RATELIMIT", SystemCode::QueryLimitExceeded),
];

/// The name of the exception, if the code is one of REST 3.
pub(super) fn in_rest_3(code: &str) -> Option<&str> {
    const PREFIX: &str = "BITRIX_REST_V3_EXCEPTION_";
    const SUFFIX: &str = "EXCEPTION";
    let prefix = code
        .get(..PREFIX.len())
        .filter(|prefix| prefix.eq_ignore_ascii_case(PREFIX))?;
    let class = &code[prefix.len()..];
    let end = class.len().checked_sub(SUFFIX.len())?;
    let suffix = class
        .get(end..)
        .filter(|suffix| suffix.eq_ignore_ascii_case(SUFFIX));
    Some(suffix.map_or(class, |_| &class[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_variants() {
        for (index, facts) in TABLE.iter().enumerate() {
            assert_eq!(facts.code as usize, index, "{}", facts.text);
        }
    }
}
