//! The background thread: it accepts connections until the server is dropped.

use std::{
    future::{Future, poll_fn},
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener as StdListener},
    pin::pin,
    rc::Rc,
    task::Poll,
    thread::{self, JoinHandle},
};

use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
    sync::oneshot,
    task::LocalSet,
};

use super::connection;
use crate::{received::Received, reply::Reply};

/// A running server. Its drop closes every socket and waits for the thread.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(handler: impl Fn(Received) -> Reply + Send + 'static) -> io::Result<Self> {
        let listener = StdListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("b24-portal".to_owned())
            .spawn(move || serve(&runtime, &listener, stopped, handler))?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Dropping the sender is the signal.
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been reported by then; a drop must not add another.
            drop(thread.join());
        }
    }
}

/// Returns when `stopped` is signalled; the connections end with the task set.
fn serve(
    runtime: &Runtime,
    listener: &TcpListener,
    stopped: oneshot::Receiver<()>,
    handler: impl Fn(Received) -> Reply + 'static,
) {
    let handler = Rc::new(handler);
    let tasks = LocalSet::new();
    tasks.block_on(runtime, async {
        let mut stopped = pin!(stopped);
        loop {
            let mut accepted = pin!(listener.accept());
            let next = poll_fn(|context| {
                if stopped.as_mut().poll(context).is_ready() {
                    return Poll::Ready(None);
                }
                accepted.as_mut().poll(context).map(Some)
            });
            match next.await {
                None => break,
                Some(Ok((socket, _))) => {
                    let handler = Rc::clone(&handler);
                    tokio::task::spawn_local(connection::serve(socket, handler));
                }
                // The client gave up before it was accepted, or files ran out for a moment.
                Some(Err(_)) => tokio::task::yield_now().await,
            }
        }
    });
}
