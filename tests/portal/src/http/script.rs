//! What a socket does where HTTP is not to be kept to: bytes as they stand, and how it ends.

use std::{
    future::{Future, poll_fn},
    io,
    pin::pin,
    task::Poll,
    time::Duration,
};

use tokio::{net::TcpStream, time};

/// Bytes that are sent at once, and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Script {
    pub(crate) bytes: Vec<u8>,
    pub(crate) then: Then,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Then {
    /// The connection is closed.
    Close,
    /// It is reset: what the client has not read yet is lost.
    Reset,
    /// It stays, for the next request.
    Serve,
    /// Nothing, until the client leaves.
    Silence,
    /// One blank after another, this many, then these bytes, and the connection is closed.
    Drip { blanks: usize, bytes: Vec<u8> },
    /// These bytes again and again, until the client leaves.
    Repeat(Vec<u8>),
}

/// How long a client waits for each blank: long for a computer, far shorter than what a client
/// takes for a silence.
const DRIP: Duration = Duration::from_millis(5);

impl Script {
    pub(crate) fn new(bytes: Vec<u8>, then: Then) -> Self {
        Self { bytes, then }
    }

    /// Closes the connection without a word.
    pub(crate) fn hang_up() -> Self {
        Self::new(Vec::new(), Then::Close)
    }

    /// Gives the socket back where it is to stay. An error means that the client has left, and
    /// that is nothing to report: most of this is done to make it leave.
    pub(super) async fn perform(self, socket: TcpStream) -> io::Result<Option<TcpStream>> {
        send(&socket, &self.bytes).await?;
        match self.then {
            Then::Close => {}
            Then::Serve => return Ok(Some(socket)),
            Then::Reset => socket.set_zero_linger()?,
            Then::Silence => left(&socket).await,
            Then::Drip { blanks, bytes } => {
                let dripping = async {
                    for _ in 0..blanks {
                        time::sleep(DRIP).await;
                        send(&socket, b" ").await?;
                    }
                    send(&socket, &bytes).await
                };
                until_left(&socket, dripping).await?;
            }
            Then::Repeat(bytes) => {
                let repeating = async {
                    loop {
                        send(&socket, &bytes).await?;
                        // There may be room in the system's memory for longer than others can wait.
                        tokio::task::yield_now().await;
                    }
                };
                until_left(&socket, repeating).await?;
            }
        }
        Ok(None)
    }
}

async fn send(socket: &TcpStream, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        socket.writable().await?;
        match socket.try_write(bytes) {
            Ok(sent) => bytes = &bytes[sent..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Waits until the client has closed the connection; what it still sends is dropped.
async fn left(socket: &TcpStream) {
    let mut dropped = [0; 1024];
    loop {
        if socket.readable().await.is_err() {
            return;
        }
        match socket.try_read(&mut dropped) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// Does `work`, but not beyond the moment when the client leaves.
async fn until_left(socket: &TcpStream, work: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    let (mut work, mut left) = (pin!(work), pin!(left(socket)));
    poll_fn(|context| {
        if left.as_mut().poll(context).is_ready() {
            return Poll::Ready(Ok(()));
        }
        work.as_mut().poll(context)
    })
    .await
}
