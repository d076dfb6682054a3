//! The table of what goes wrong with the authorization server.

use std::time::Duration;

use b24::Advice;
use b24::Outcome::NotExecuted;
use b24::TransportErrorKind::{Closed, Protocol, Timeout, TooLarge};
use b24_portal::Fault::{
    BadGateway, ByteOrderMark, Close, EmptyBody, GzipBomb, HeaderFlood, HtmlPage, InternalError, NotHttp,
    QueryLimit, ResetAfter, ResetBefore, Silence, TooManyRequests, Truncated, Unavailable, WrongType,
};
use b24_portal::Portal;

use crate::calls::Call;
use crate::row::Cell::{Got, Lost};
use crate::row::Kind::{Api, Empty, NotJson, Transport};
use crate::row::Trouble::{Before, Of};
use crate::row::{Kind, Row, harmless, row};
use crate::sandbox::{Caller, Sandbox};

/// The access token has expired, and it goes wrong with the request for a new one, or with each.
///
/// Whatever comes of that, the call itself was refused for its token: it was not executed, and is sent
/// again.
#[rustfmt::skip]
pub(crate) const RENEWALS: &[Row] = &[
    row(Of(QueryLimit),         (Api, NotExecuted),                  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [5, 900]),
    row(Of(TooManyRequests),    (NotJson, NotExecuted),              [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [5, 900]),
    row(Before(InternalError),  (Api, NotExecuted),                  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(BadGateway),     (NotJson, NotExecuted),              [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(Unavailable),    (NotJson, NotExecuted),              [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(HtmlPage),       (NotJson, NotExecuted),              [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(EmptyBody),      (Empty, NotExecuted),                [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(NotHttp),        (Transport(Protocol), NotExecuted),  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(Close),          (Transport(Closed), NotExecuted),    [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Before(Silence),        (Transport(Timeout), NotExecuted),   [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Of(ResetBefore),        (Transport(Closed), NotExecuted),    [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    // The server has made new tokens, and nobody has them; it takes the old one again.
    row(Of(ResetAfter),         (Transport(Closed), NotExecuted),    [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Of(Truncated),          (Transport(Closed), NotExecuted),    [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Of(GzipBomb),           (Transport(TooLarge), NotExecuted),  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    row(Of(HeaderFlood),        (Transport(TooLarge), NotExecuted),  [[Got(1), Lost(0)],   [Got(1), Lost(0)],   [Got(1), Lost(0)]], [2, 4]),
    harmless(ByteOrderMark),
    harmless(WrongType),
];

/// A server that takes a refresh token once has made new tokens, and nobody has them: the user has to
/// authorize the application again, and the server is not asked in vain.
#[test]
fn tokens_that_were_lost_on_their_way_are_told() {
    for call in Call::ALL {
        let sandbox = Sandbox::start(Portal::builder(), Caller::Application, |client| client);
        sandbox.portal.inject(ResetAfter.on_oauth().nth(1));
        sandbox.clock.advance(Duration::from_hours(1));
        for asked in [2, 2] {
            let error = sandbox.call(call).answer.unwrap_err();
            assert_eq!(
                (Kind::of(&error), error.outcome(), error.advice()),
                (Kind::Auth, NotExecuted, Advice::Reauthorize),
                "{error}"
            );
            assert_eq!(sandbox.portal.executions("oauth/token"), asked);
        }
        let (shown, secrets) = sandbox.end();
        assert_eq!(shown.leaks(&secrets), [""; 0]);
    }
}
