//! One attempt: a request, the redirects on its way, and an answer.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, USER_AGENT};
use http::{Request, Response};

use super::{Call, Progress};
use crate::clock::Clock;
use crate::decode::{self, Opened};
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::method::Api;
use crate::observe::Event;
use crate::portal::AccessToken;
use crate::redirect;
use crate::transport::Limits;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// How many redirects one attempt follows.
const MOST_HOPS: u32 = 3;

impl Call<'_> {
    /// Sends the request wherever the portal is; the answer, and its status if there was one.
    pub(super) fn exchange(
        &self,
        progress: &mut Progress,
        clock: &dyn Clock,
    ) -> (Result<Opened, Error>, Option<u16>) {
        let (answer, origin) = match self.follow(progress, clock) {
            Ok(found) => found,
            Err(error) => return (Err(error), None),
        };
        let status = answer.status().as_u16();
        let opened = decode::open(self.api, self.method, answer, self.scrub);
        // Whoever answers something else may not be the portal.
        if matches!(opened, Ok(_) | Err(Error::Api(_) | Error::Auth(_))) {
            self.answered_at(&origin);
        }
        (opened, Some(status))
    }

    /// The answer, and where it came from.
    fn follow(
        &self,
        progress: &mut Progress,
        clock: &dyn Clock,
    ) -> Result<(Response<Vec<u8>>, Arc<str>), Error> {
        let inner = &*self.client.inner;
        let failed = |error: TransportError| error.of(self.method, self.scrub);
        let path = inner.portal.path(self.api, self.method);
        let token = inner.portal.access_token();
        progress.used = token.as_ref().and_then(AccessToken::tokens);
        let mut origin = inner.portal.origin();
        let mut hop = 0;
        loop {
            let body = (self.body)(
                token
                    .as_ref()
                    .filter(|_| self.api == Api::V2)
                    .map(AccessToken::expose),
            )?;
            let request = self
                .request([&*origin, &*path].concat(), token.as_ref(), progress, body)
                .map_err(failed)?;
            let limits = limits(&inner.limits, progress.deadline.saturating_sub(clock.now()));
            let answer = inner.transport.send(request, &limits).map_err(failed)?;
            let status = answer.status();
            if !status.is_redirection() {
                return Ok((answer, origin));
            }
            let status = status.as_u16();
            let location = answer.headers().get(LOCATION);
            let next = match redirect::next(&inner.redirects, &origin, &path, status, location) {
                Ok(_) if hop == MOST_HOPS => Err(redirect::Refused::too_many(status)),
                next => next,
            };
            origin = next.map_err(|refused| failed(refused.into_error()))?.into();
            hop += 1;
        }
    }

    fn request(
        &self,
        url: String,
        token: Option<&AccessToken<'_>>,
        progress: &Progress,
        body: Vec<u8>,
    ) -> Result<Request<Vec<u8>>, TransportError> {
        let inner = &*self.client.inner;
        let mut request = Request::post(url)
            .header(CONTENT_TYPE, JSON)
            .header(ACCEPT, JSON)
            .header(USER_AGENT, &inner.user_agent);
        if let Some(token) = token.filter(|_| self.api == Api::V3) {
            // Not among the parameters: some bodies of REST 3 are lists.
            let bearer = HeaderValue::try_from(format!("Bearer {}", token.expose()));
            if let Ok(mut bearer) = bearer {
                bearer.set_sensitive(true);
                request = request.header(AUTHORIZATION, bearer);
            }
        }
        if let Some(key) = &progress.idempotency_key {
            request = request.header(IDEMPOTENCY_KEY, &**key);
        }
        if inner.transport.wants_redaction() {
            request = request.extension((self.redact)());
        }
        request
            .body(body)
            // Not `http`'s own error, which might show the address.
            .map_err(|_| TransportError::new(TransportErrorKind::Other, false, "the address is unusable"))
    }

    /// The portal answered there: at another address than the one that is known, if it has moved.
    fn answered_at(&self, origin: &Arc<str>) {
        let inner = &*self.client.inner;
        if let Some(old) = inner.portal.move_to(origin) {
            inner.tell(&Event::Moved {
                from: &old,
                to: origin,
            });
        }
    }
}

/// The limits of one attempt, for which so much time is left.
fn limits(limits: &Limits, left: Duration) -> Cow<'_, Limits> {
    if left >= limits.attempt {
        return Cow::Borrowed(limits);
    }
    // None at all would mean something else to a transport.
    let left = left.max(Duration::from_millis(1));
    Cow::Owned(Limits {
        connect: limits.connect.min(left),
        attempt: left,
        ..limits.clone()
    })
}
