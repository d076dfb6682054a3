//! Whether the portal's port is open. Who connects to a closed one is refused by the system, as
//! where no server runs.

use std::{
    fmt, io,
    net::{SocketAddr, TcpListener},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc as acknowledge},
    time::Duration,
};

use socket2::{Domain, Socket, Type};
use tokio::sync::mpsc::UnboundedSender;

use crate::clock::{Clock, Turned};

/// How many clients may wait to be accepted.
const BACKLOG: i32 = 1024;

pub(crate) struct Door {
    address: SocketAddr,
    clock: Clock,
    server: UnboundedSender<Order>,
    state: Mutex<State>,
    /// Held while the door is being shut, which waits for the server: nothing that the server does
    /// may wait for it.
    shutting: Mutex<()>,
}

enum State {
    Open,
    Shut {
        /// Bound but not listening: refuses, and keeps the port from everyone else.
        socket: Socket,
        until: Option<Duration>,
    },
}

/// What the server is told.
pub(super) enum Order {
    Accept(TcpListener),
    /// Stop accepting, close all connections, and say so.
    Shut(acknowledge::Sender<()>),
    /// Ask the door again whether it is time to open, after this time.
    Ask(Duration, Arc<Door>),
}

impl Door {
    /// The door of a server that listens at this address, and takes orders over `server`.
    pub(super) fn new(address: SocketAddr, clock: Clock, server: UnboundedSender<Order>) -> Arc<Self> {
        let door = Arc::new(Self {
            address,
            clock,
            server,
            state: Mutex::new(State::Open),
            shutting: Mutex::new(()),
        });
        let turned: Arc<dyn Turned> = door.clone();
        door.clock.watch(&turned);
        door
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns when connections are refused. Ends after `time`, where there is one.
    pub(crate) fn shut(self: &Arc<Self>, time: Option<Duration>) -> io::Result<()> {
        let _shutting = lock(&self.shutting);
        let until = time.map(|time| self.clock.now().saturating_add(time));
        let (done, shut) = acknowledge::channel();
        // The server ends with its door only.
        let _ = self.server.send(Order::Shut(done));
        let _ = shut.recv();
        *lock(&self.state) = State::Shut {
            socket: bound(self.address)?,
            until,
        };
        // The time may have passed meanwhile.
        self.open_in_time()
    }

    /// Returns when connections are accepted.
    pub(crate) fn open(&self) -> io::Result<()> {
        let mut state = lock(&self.state);
        if let State::Shut { socket, .. } = &*state {
            socket.listen(BACKLOG)?;
            let listener = TcpListener::from(socket.try_clone()?);
            listener.set_nonblocking(true)?;
            let _ = self.server.send(Order::Accept(listener));
            *state = State::Open;
        }
        Ok(())
    }

    /// Opens, if the time for it has come; sees to being asked again, if it comes by itself.
    pub(super) fn open_in_time(self: &Arc<Self>) -> io::Result<()> {
        match self.opens_in() {
            Some(Duration::ZERO) => self.open(),
            Some(time) if self.clock.goes() => {
                let _ = self.server.send(Order::Ask(time, self.clone()));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn opens_in(&self) -> Option<Duration> {
        match &*lock(&self.state) {
            State::Shut { until, .. } => until.map(|until| until.saturating_sub(self.clock.now())),
            State::Open => None,
        }
    }
}

impl Turned for Door {
    fn turned(&self) {
        if self.opens_in() == Some(Duration::ZERO) {
            // The port is held, so the system has no reason to refuse; there is no one to tell.
            drop(self.open());
        }
    }
}

fn bound(address: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    // Connections that were just closed linger at this port. (On Windows they do not, and the
    // option means something else.)
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    Ok(socket)
}

/// What is guarded is replaced at once, so a panic elsewhere leaves it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Door {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Door")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
