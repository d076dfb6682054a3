//! Bodies, whole in memory: what is recorded and scripted here is small.

use std::{
    convert::Infallible,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};

/// Larger requests are refused; a portal takes 2 GB, but not into the memory of a test.
const LIMIT: usize = 64 * 1024 * 1024;

/// Why a body was not read.
pub(super) enum Refused {
    TooLarge,
    /// It ended early, or was not HTTP.
    Broken,
}

/// Reads a request's body to its end.
pub(super) async fn collect(mut incoming: Incoming) -> Result<Vec<u8>, Refused> {
    let mut body = Vec::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut incoming).poll_frame(context)).await {
        let frame = frame.map_err(|_| Refused::Broken)?;
        if let Some(data) = frame.data_ref() {
            if body.len() + data.len() > LIMIT {
                return Err(Refused::TooLarge);
            }
            body.extend_from_slice(data);
        }
    }
    Ok(body)
}

/// A response's body, sent in one piece.
#[derive(Debug)]
pub(super) struct Full(Option<Bytes>);

impl Full {
    pub(super) fn new(body: Vec<u8>) -> Self {
        Self((!body.is_empty()).then(|| body.into()))
    }
}

impl Body for Full {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|body| Ok(Frame::data(body))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.0.as_ref().map_or(0, Bytes::len);
        SizeHint::with_exact(u64::try_from(length).unwrap_or(u64::MAX))
    }
}
