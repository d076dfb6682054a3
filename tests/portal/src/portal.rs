//! The portal as its user holds it.

mod address;
mod contacts;
mod oauth;
mod rows;

pub use rows::{Change, Rows};

use std::{
    fmt, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    Answer, Bot, Builder, Chat, Message, Received, Rule, Task, http::Server, rest, sandbox::Sandbox,
    settings::Settings,
};

/// A running sandbox portal on a loopback port of its own. Dropping it stops the server and
/// releases the port.
///
/// ```
/// use std::io::{Read, Write};
///
/// let portal = b24_portal::Portal::start()?;
///
/// let host = portal.url().trim_start_matches("http://");
/// let path = portal.webhook().trim_start_matches(portal.url());
/// let mut socket = std::net::TcpStream::connect(host)?;
/// write!(
///     socket,
///     "GET {path}server.time HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
/// )?;
/// let mut answer = String::new();
/// socket.read_to_string(&mut answer)?;
///
/// assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"));
/// assert_eq!(portal.requests()[0].method(), "server.time");
/// assert_eq!(portal.executions("server.time"), 1);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Portal {
    url: String,
    webhook: String,
    limited_webhook: String,
    sandbox: Arc<Mutex<Sandbox>>,
    // Their drop stops them.
    server: Server,
    renamed: Mutex<Vec<Server>>,
}

impl Portal {
    /// Starts a portal that behaves as the cloud does today.
    ///
    /// # Errors
    /// Where the system grants no loopback port or no thread.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Options, to be followed by [`Builder::start`].
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) fn launch(settings: Settings) -> io::Result<Self> {
        let sandbox = Arc::new(Mutex::new(Sandbox::new(settings)));
        let server = serve(&sandbox)?;
        let url = format!("http://{}", server.door().address());
        lock(&sandbox).url.clone_from(&url);
        Ok(Self {
            webhook: format!("{url}/rest/1/{}/", rest::WEBHOOK),
            limited_webhook: format!("{url}/rest/1/{}/", rest::LIMITED_WEBHOOK),
            url,
            sandbox,
            server,
            renamed: Mutex::default(),
        })
    }

    /// The portal's address, `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A working inbound webhook of the administrator with all scopes. Ends in a slash.
    #[must_use]
    pub fn webhook(&self) -> &str {
        &self.webhook
    }

    /// A webhook without the scope `imbot`, for which chat bot methods are
    /// `insufficient_scope`.
    #[must_use]
    pub fn limited_webhook(&self) -> &str {
        &self.limited_webhook
    }

    /// A working access token of the portal's application with all scopes. It does not expire by
    /// itself, as those of [`tokens`](Self::tokens) do.
    #[must_use]
    pub fn token(&self) -> &'static str {
        rest::TOKEN
    }

    /// A token that worked once, and now is `expired_token`.
    #[must_use]
    pub fn expired_token(&self) -> &'static str {
        rest::EXPIRED_TOKEN
    }

    /// Every request so far, in the order in which they were answered, refused ones included;
    /// the latest ones, where [`Builder::keep_requests`] says how many.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.sandbox().requests.all()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.sandbox().requests.clear();
    }

    /// From now on `method` gives this answer; also makes an unknown method known. Who calls and
    /// with what scope is still checked. The scope is the name up to its first dot.
    ///
    /// A name counts exactly as written here, or all in lower case: `imbot.v2.Chat.add` does not
    /// answer to `imbot.v2.chat.add`, as on a real portal.
    pub fn answer(&self, method: &str, answer: Answer) {
        self.sandbox().answer(method, answer);
    }

    /// One call of `method` gives this answer. Queued: the answers are used up in order, before
    /// that of [`answer`](Self::answer) or the portal's own method comes again.
    pub fn answer_once(&self, method: &str, answer: Answer) {
        self.sandbox().answer_once(method, answer);
    }

    /// From now on requests are struck by this fault, as its rule says. Of several rules the first
    /// injected whose turn it is strikes; all count the requests that match them.
    ///
    /// ```
    /// use b24_portal::{Fault, Portal};
    ///
    /// let portal = Portal::start()?;
    /// // The second attempt at a deal is refused, whatever else happens …
    /// portal.inject(Fault::QueryLimit.on("crm.deal.add").nth(2));
    /// // … and every answer comes with a warning before it.
    /// portal.inject(Fault::PhpWarning);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn inject(&self, rule: impl Into<Rule>) {
        self.sandbox().faults.add(rule.into());
    }

    /// Takes back every injected fault; the requests that were struck stay counted.
    pub fn clear_faults(&self) {
        self.sandbox().faults.clear();
    }

    /// How many requests injected faults have struck.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.sandbox().faults.struck()
    }

    /// From now on connections are refused, as by a computer on which no server runs, and those that
    /// were open are closed.
    ///
    /// ```
    /// use std::{io, net::TcpStream};
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// let host = portal.url().trim_start_matches("http://");
    ///
    /// portal.refuse_connections()?;
    /// let refused = TcpStream::connect(host).unwrap_err();
    /// assert_eq!(refused.kind(), io::ErrorKind::ConnectionRefused);
    ///
    /// portal.accept_connections()?;
    /// TcpStream::connect(host)?;
    /// # Ok::<(), io::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the system does not give back the port: another program was quicker to take it.
    pub fn refuse_connections(&self) -> io::Result<()> {
        self.doors().iter().try_for_each(|door| door.shut(None))
    }

    /// Ends [`refuse_connections`](Self::refuse_connections) and [`close_for`](Self::close_for).
    ///
    /// # Errors
    /// Where the system does not let the port be listened at.
    pub fn accept_connections(&self) -> io::Result<()> {
        self.doors().iter().try_for_each(|door| door.open())
    }

    /// Refuses connections until this time has passed on the portal's clock. Where a test turns the
    /// clock, they are accepted again before [`TurnedClock::advance`](crate::TurnedClock::advance)
    /// returns.
    ///
    /// ```
    /// use std::{net::TcpStream, time::Duration};
    ///
    /// use b24_portal::{Portal, TurnedClock};
    ///
    /// let clock = TurnedClock::new();
    /// let portal = Portal::builder().clock(&clock).start()?;
    /// let host = portal.url().trim_start_matches("http://");
    ///
    /// portal.close_for(Duration::from_mins(5))?;
    /// assert!(TcpStream::connect(host).is_err());
    /// clock.advance(Duration::from_mins(5));
    /// assert!(TcpStream::connect(host).is_ok());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`refuse_connections`](Self::refuse_connections).
    pub fn close_for(&self, time: Duration) -> io::Result<()> {
        self.doors().iter().try_for_each(|door| door.shut(Some(time)))
    }

    /// How often `method` really ran: past the checks of name, credentials and scope, whatever
    /// it then answered. Scripted answers count.
    #[must_use]
    pub fn executions(&self, method: &str) -> usize {
        self.sandbox().executions(method)
    }

    /// From now on each run of `method` takes so long, which `operating` in `time` counts where
    /// it is more than a tenth of a second; at most a day. A [`TurnedClock`](crate::TurnedClock) is turned by
    /// it; with the system's clock nobody waits, the answer only says so.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// portal.cost("user.current", Duration::from_secs(20));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn cost(&self, method: &str, cost: Duration) {
        self.sandbox().cost(method, cost);
    }

    /// Whether the portal is blocked from now on, and refuses everything with `OVERLOAD_LIMIT`.
    /// On a real portal only a person ends that.
    pub fn overload(&self, overloaded: bool) {
        self.sandbox().limits.overloaded = overloaded;
    }

    /// How many calls were refused by a limit: `QUERY_LIMIT_EXCEEDED`, `OPERATION_TIME_LIMIT`
    /// and `OVERLOAD_LIMIT`.
    #[must_use]
    pub fn refusals(&self) -> usize {
        self.sandbox().limits.refusals()
    }

    /// The chat bots of the portal, oldest first.
    #[must_use]
    pub fn bots(&self) -> Vec<Bot> {
        self.sandbox().world.bots.clone()
    }

    /// The chats of the portal, oldest first.
    #[must_use]
    pub fn chats(&self) -> Vec<Chat> {
        self.sandbox().world.chats.clone()
    }

    /// The messages of the portal, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.sandbox().world.messages.clone()
    }

    /// The tasks of the portal, oldest first: what was made with `tasks.task.add` of REST 3, whose
    /// methods are called at `/rest/api/` in place of `/rest/`.
    ///
    /// ```
    /// use std::io::{Read, Write};
    ///
    /// let portal = b24_portal::Portal::start()?;
    ///
    /// let host = portal.url().trim_start_matches("http://");
    /// let path = portal.webhook().trim_start_matches(portal.url());
    /// let path = path.replacen("/rest/", "/rest/api/", 1);
    /// let body = r#"{"fields":{"title":"Report","creatorId":1,"responsibleId":1}}"#;
    /// let mut socket = std::net::TcpStream::connect(host)?;
    /// write!(
    ///     socket,
    ///     "POST {path}tasks.task.add HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
    ///      Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
    ///     body.len()
    /// )?;
    /// let mut answer = String::new();
    /// socket.read_to_string(&mut answer)?;
    ///
    /// assert!(answer.contains(r#"{"result":{"item":{"id":"#));
    /// assert_eq!(portal.tasks()[0].title, "Report");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        self.sandbox().world.tasks.values().map(Task::of).collect()
    }

    fn sandbox(&self) -> MutexGuard<'_, Sandbox> {
        lock(&self.sandbox)
    }
}

/// Listens at an address of its own.
fn serve(sandbox: &Arc<Mutex<Sandbox>>) -> io::Result<Server> {
    let clock = lock(sandbox).settings.clock.clone();
    let sandbox = Arc::clone(sandbox);
    Server::start(clock, move |request| rest::handle(&mut lock(&sandbox), request))
}

/// A panic while the lock was held can only leave one call half done; the rest stays usable.
fn lock(sandbox: &Mutex<Sandbox>) -> MutexGuard<'_, Sandbox> {
    sandbox.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Portal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Portal")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}
