//! The background thread: it accepts connections until the server is dropped.

use std::{
    future::{Future, poll_fn},
    io,
    net::{Ipv4Addr, TcpListener as StdListener},
    pin::Pin,
    rc::Rc,
    sync::Arc,
    task::{Context, Poll},
    thread::{self, JoinHandle},
};

use tokio::{
    net::{TcpListener, TcpStream},
    runtime::{Builder, Runtime},
    sync::{
        mpsc::{self, UnboundedReceiver},
        oneshot,
    },
    task::{JoinSet, LocalSet},
    time,
};

use super::{
    connection,
    door::{Door, Order},
};
use crate::{clock::Clock, received::Received, reply::Reply};

/// A running server. Its drop closes every socket and waits for the thread.
#[derive(Debug)]
pub(crate) struct Server {
    door: Arc<Door>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(
        clock: Clock,
        handler: impl Fn(Received) -> Reply + Send + 'static,
    ) -> io::Result<Self> {
        let listener = StdListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let (orders, taken) = mpsc::unbounded_channel();
        let door = Door::new(listener.local_addr()?, clock, orders);
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let events = Events {
            stopped,
            orders: taken,
            listener: Some(listener),
        };
        let thread = thread::Builder::new()
            .name("b24-portal".to_owned())
            .spawn(move || serve(&runtime, events, handler))?;
        Ok(Self {
            door,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn door(&self) -> &Arc<Door> {
        &self.door
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

/// What the server waits for.
struct Events {
    stopped: oneshot::Receiver<()>,
    orders: UnboundedReceiver<Order>,
    /// None while the door is shut.
    listener: Option<TcpListener>,
}

enum Event {
    Stop,
    Order(Order),
    Connection(TcpStream),
    /// The client gave up before it was accepted, or files ran out for a moment.
    Lost,
}

impl Events {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Event> {
        if Pin::new(&mut self.stopped).poll(context).is_ready() {
            return Poll::Ready(Event::Stop);
        }
        if let Poll::Ready(Some(order)) = self.orders.poll_recv(context) {
            return Poll::Ready(Event::Order(order));
        }
        let Some(listener) = &self.listener else {
            return Poll::Pending;
        };
        listener.poll_accept(context).map(|accepted| match accepted {
            Ok((stream, _)) => Event::Connection(stream),
            Err(_) => Event::Lost,
        })
    }
}

/// Returns when it is told to stop; the connections end with their set.
fn serve(runtime: &Runtime, mut events: Events, handler: impl Fn(Received) -> Reply + 'static) {
    let handler = Rc::new(handler);
    let tasks = LocalSet::new();
    tasks.block_on(runtime, async {
        let mut connections = JoinSet::new();
        loop {
            let event = poll_fn(|context| {
                // Those that have ended are forgotten.
                while let Poll::Ready(Some(_)) = connections.poll_join_next(context) {}
                events.poll(context)
            });
            match event.await {
                Event::Stop => break,
                Event::Connection(stream) => {
                    connections.spawn_local(connection::serve(stream, Rc::clone(&handler)));
                }
                Event::Lost => tokio::task::yield_now().await,
                Event::Order(Order::Accept(listener)) => {
                    // A listener of the system's becomes one of ours without fail.
                    events.listener = TcpListener::from_std(listener).ok();
                }
                Event::Order(Order::Shut(done)) => {
                    events.listener = None;
                    connections.shutdown().await;
                    // Who asked is waiting, unless it has panicked.
                    let _ = done.send(());
                }
                Event::Order(Order::Ask(after, door)) => {
                    tokio::task::spawn_local(async move {
                        time::sleep(after).await;
                        // As where the clock was turned: there is no one to tell.
                        drop(door.open_in_time());
                    });
                }
            }
        }
    });
}
