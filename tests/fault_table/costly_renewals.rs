//! What a renewal must not cost: the authorization, or a renewal for each call.

use std::time::Duration;

use b24::retry::Retry;
use b24::{Error, Limits, Outcome, PaceReason, Transport, TransportError, TransportErrorKind, UreqTransport};
use b24_portal::{Fault, Portal, TurnedClock};

use crate::calls::Call;
use crate::sandbox::{Caller, Sandbox};

/// An authorization server that needs a second; whoever gives it less does not get its answer.
struct Slow {
    transport: UreqTransport,
    clock: TurnedClock,
}

const NEEDED: Duration = Duration::from_secs(1);

impl Transport for Slow {
    fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: &Limits,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let is_slow = request.uri().path() == "/oauth/token/";
        let answer = self.transport.send(request, &Limits::default());
        if is_slow {
            self.clock.advance(NEEDED.min(limits.attempt));
            if limits.attempt < NEEDED {
                return Err(TransportError::new(TransportErrorKind::Timeout, true, "a second"));
            }
        }
        answer
    }
}

/// The server takes a refresh token once: the pair that a hurried call does not wait for would be lost.
#[test]
fn a_call_in_a_hurry_does_not_cost_the_authorization() {
    let clock = TurnedClock::new();
    let slow = Slow {
        transport: UreqTransport::default(),
        clock: clock.clone(),
    };
    let portal = Portal::builder();
    let sandbox = Sandbox::with_clock(portal, &clock, Caller::Application, |client| {
        client.transport(slow)
    });
    clock.advance(Duration::from_hours(1));
    let hurried = sandbox.client.with_deadline(Duration::from_millis(400));
    let error = Call::Write.make(&hurried).unwrap_err();
    let Error::Pace(late) = &error else {
        panic!("{error}")
    };
    assert_eq!(
        (late.reason(), late.outcome()),
        (PaceReason::Renewal, Outcome::NotExecuted)
    );
    // It was too late for that call alone.
    assert_eq!(Call::Write.make(&hurried).unwrap().result, 7);
    assert_eq!(sandbox.portal.renewals(), 1);
    assert_eq!(sandbox.portal.executions(Call::Write.method()), 1);
    sandbox.end();
}

#[test]
fn a_portal_that_takes_no_token_is_not_asked_for_one_at_each_call() {
    let sandbox = Sandbox::start(Portal::builder(), Caller::Application, |client| {
        client.retry(Retry::never())
    });
    sandbox.portal.inject(Fault::ExpiredToken);
    for _ in 0..20 {
        sandbox.call(Call::Read).answer.unwrap_err();
    }
    assert_eq!(sandbox.portal.renewals(), 1);
    let error = sandbox.call(Call::Read).answer.unwrap_err().to_string();
    assert!(error.contains("less than a minute ago"), "{error}");
    // Once it takes them again, so does the client.
    assert!(sandbox.recovers());
    sandbox.end();
}
