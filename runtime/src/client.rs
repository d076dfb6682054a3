//! The client of one portal.

mod builder;
mod call;
mod lists;
mod name;
mod options;
mod request;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;
use serde::Serialize;
use serde_json::Value;

pub use builder::ClientBuilder;

use crate::batch::{Batch, SendAll, SendOnce};
use crate::clock::Clock;
use crate::decode::Opened;
use crate::encode;
use crate::error::{ConfigError, Error, Trail};
use crate::journal::Journal;
use crate::method::{Api, Effect, Method};
use crate::oauth::{Application, Authorization, Tokens};
use crate::observe::{Event, Observer};
use crate::pace::Pace;
use crate::portal::Portal;
use crate::redirect::RedirectPolicy;
use crate::response::Response;
use crate::secret::{Secret, blot, secret_fields};
use crate::transport::{Limits, Redact, Transport};
use call::Call;
use options::Options;
pub(crate) use request::Request;

/// The environment variable that [`Client::from_env`] reads.
pub const WEBHOOK_VARIABLE: &str = "B24_WEBHOOK";

/// A client of one portal: cheap to clone, shared between threads, one for each portal.
///
/// A call waits for its turn, so that the portal does not refuse it ([`Pace`]), is sent again where that
/// can do no harm ([`retry`](crate::retry)), and follows the portal to a new address
/// ([`RedirectPolicy`]). Clones share all of this. What differs from call to call is set on a clone:
///
/// ```
/// use b24::{Client, b24_method};
/// use std::time::Duration;
///
/// #[b24_method("user.current", effect = read)]
/// struct CurrentUser;
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let user = client.call(&CurrentUser::new())?.result;
/// println!("{}", user["NAME"]);
///
/// let hurried = client.with_deadline(Duration::from_secs(5));
/// CurrentUser::new().call(&hurried)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    options: Options,
}

/// What all clones share.
struct Inner {
    portal: Portal,
    transport: Box<dyn Transport>,
    limits: Limits,
    user_agent: HeaderValue,
    pace: Pace,
    clock: Arc<dyn Clock>,
    redirects: RedirectPolicy,
    observers: Vec<Arc<dyn Observer>>,
}

impl Inner {
    fn tell(&self, event: &Event<'_>) {
        for observer in &self.observers {
            observer.observe(event);
        }
    }
}

impl Client {
    /// A client that calls through an inbound webhook, `https://PORTAL/rest/USER/CODE/`.
    ///
    /// The address is a secret, and the client shows it nowhere. `http` is accepted for this machine
    /// alone. Source:
    /// [local webhooks](https://apidocs.bitrix24.com/local-integrations/local-webhooks.html).
    ///
    /// # Errors
    /// [`Error::Config`] if that is not the address of a webhook; it says why without repeating it.
    ///
    /// ```
    /// use b24::Client;
    ///
    /// let client = Client::webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")?;
    /// assert_eq!(format!("{client:?}"), "Client(https://example.bitrix24.com (webhook ***))");
    ///
    /// let error = Client::webhook("http://example.bitrix24.com/rest/1/c0de5ecret/").unwrap_err();
    /// assert!(!error.to_string().contains("c0de5ecret"));
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn webhook(url: &str) -> Result<Self, Error> {
        Self::builder().webhook(url).build()
    }

    /// A client that calls through the webhook in the environment variable `B24_WEBHOOK`.
    ///
    /// # Errors
    /// [`Error::Config`] if the variable is not set, or does not hold the address of a webhook.
    ///
    /// ```no_run
    /// let client = b24::Client::from_env()?;
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn from_env() -> Result<Self, Error> {
        const VARIABLE: &str = "environment variable B24_WEBHOOK";
        let url = std::env::var(WEBHOOK_VARIABLE).map_err(|error| {
            let problem = match error {
                std::env::VarError::NotPresent => "not set",
                std::env::VarError::NotUnicode(_) => "not text",
            };
            ConfigError::new(
                VARIABLE,
                format!(
                    "{problem}; expected the address of an inbound webhook, https://PORTAL/rest/USER/CODE/"
                ),
            )
        })?;
        Self::webhook(&url).map_err(|error| match error {
            Error::Config(error) => error.of(VARIABLE).into(),
            other => other,
        })
    }

    /// A client that calls with an access token of OAuth; `portal` is the portal's name or address,
    /// such as `example.bitrix24.com`.
    ///
    /// Source: [calls with OAuth](https://apidocs.bitrix24.com/settings/oauth/index.html).
    ///
    /// # Errors
    /// [`Error::Config`] if either is unusable.
    ///
    /// ```
    /// let client = b24::Client::with_token("example.bitrix24.com", "70a9c1...")?;
    /// assert_eq!(format!("{client:?}"), "Client(https://example.bitrix24.com (token ***))");
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn with_token(portal: &str, token: &str) -> Result<Self, Error> {
        Self::builder().token(portal, token).build()
    }

    /// A client of an application, with the tokens that it has for one portal; they are kept in memory.
    ///
    /// The access token is renewed when the portal refuses it as expired, and all clones get the new one.
    /// [`ClientBuilder::oauth`] takes a store that survives the program.
    ///
    /// # Errors
    /// [`Error::Config`] if the tokens do not name their portal.
    ///
    /// ```
    /// use b24::{Application, Client, Tokens};
    ///
    /// let application = Application::new("local.5c8bb1b0891cf2.87252039", "c0de5ecret")?;
    /// let tokens = Tokens::new("example.bitrix24.com", "s1morf609228", "4f9k4jpmg13u")?;
    /// let client = Client::oauth(application, tokens)?;
    /// assert_eq!(client.portal(), "https://example.bitrix24.com");
    /// # Ok::<(), b24::Error>(())
    /// ```
    pub fn oauth(application: Application, tokens: Tokens) -> Result<Self, Error> {
        Self::builder()
            .authorization(Ok(Authorization::new(application, tokens)))
            .build()
    }

    /// A client with settings of its own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The portal's scheme and host, such as `https://example.bitrix24.com`: where it answered last, if it
    /// has moved since the client was made.
    ///
    /// ```
    /// let client = b24::Client::webhook("https://example.bitrix24.com/rest/1/c0de5ecret/")?;
    /// assert_eq!(client.portal(), "https://example.bitrix24.com");
    /// # Ok::<(), b24::Error>(())
    /// ```
    #[must_use]
    pub fn portal(&self) -> String {
        self.inner.portal.origin().to_string()
    }

    /// The pace that the client keeps; another client of the same portal can be given a clone of it.
    #[must_use]
    pub fn pace(&self) -> &Pace {
        &self.inner.pace
    }

    /// Checks the parameters, calls the method and decodes its answer.
    ///
    /// # Errors
    /// [`Error::Invalid`] before anything is sent; [`Error::Pace`] if the call's turn comes too late;
    /// otherwise whatever the portal or the way to it answered at last. [`Error::outcome`] tells whether
    /// the portal executed the call.
    pub fn call<M: Method + ?Sized>(&self, method: &M) -> Result<Response<M::Output>, Error> {
        method.validate()?;
        // Gathered only where there is something to show.
        let scrub = |text: &str| blot(secret_fields(method).as_deref(), &self.scrub(text));
        let (opened, trail) = self.request(&Request {
            api: M::API,
            method: M::NAME,
            effect: M::EFFECT,
            within: &[],
            body: &|token| encode::body(M::NAME, method, token, &scrub),
            scrub: &scrub,
            secrets: &|| secret_fields(method),
        })?;
        let response = opened.decode(M::NAME, M::AT, &scrub);
        response
            .map(|response| response.after(&trail))
            .map_err(|error| error.after(trail))
    }

    /// Calls a method that is not declared; `parameters` is anything that serde writes as an object,
    /// or `()`.
    ///
    /// Whether it changes anything is not known, so it is sent again only where it was not executed.
    ///
    /// # Errors
    /// As [`call`](Self::call); [`Error::Config`] if `method` is not a method's name.
    ///
    /// ```
    /// use b24::Client;
    /// use serde_json::json;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// let client = Client::webhook(portal.webhook())?;
    /// let chats = client.call_raw("imbot.chat.get", &json!({"ENTITY_TYPE": "ORDER", "ENTITY_ID": "7"}))?;
    /// println!("{}", chats.result);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call_raw<P: Serialize + ?Sized>(
        &self,
        method: &str,
        parameters: &P,
    ) -> Result<Response<Value>, Error> {
        self.raw(Api::V2, method, parameters)
    }

    /// Likewise a method of REST 3.
    ///
    /// It carries an `Idempotency-Key`, so it is sent again also where it may have been executed.
    ///
    /// # Errors
    /// As [`call_raw`](Self::call_raw).
    ///
    /// ```
    /// # let portal = b24_portal::Portal::start()?;
    /// # let client = b24::Client::webhook(portal.webhook())?;
    /// let task = serde_json::json!({"fields": {"title": "Call back", "creatorId": 1, "responsibleId": 1}});
    /// let added = client.call_raw_v3("tasks.task.add", &task)?;
    /// println!("{} by the key {:?}", added.result["id"], added.idempotency_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call_raw_v3<P: Serialize + ?Sized>(
        &self,
        method: &str,
        parameters: &P,
    ) -> Result<Response<Value>, Error> {
        self.raw(Api::V3, method, parameters)
    }

    fn raw<P: Serialize + ?Sized>(
        &self,
        api: Api,
        method: &str,
        parameters: &P,
    ) -> Result<Response<Value>, Error> {
        name::check(method)?;
        let scrub = |text: &str| self.inner.portal.scrub(text);
        let (opened, trail) = self.request(&Request {
            api,
            method,
            effect: Effect::Write,
            within: &[],
            body: &|token| encode::body(method, parameters, token, &scrub),
            scrub: &scrub,
            secrets: &|| Some(Vec::new()),
        })?;
        let response = opened.decode(method, None, &scrub);
        response
            .map(|response| response.after(&trail))
            .map_err(|error| error.after(trail))
    }

    /// Starts a batch: commands that are sent together.
    pub fn batch(&self) -> Batch<'_> {
        Batch::new(self)
    }

    /// Makes many calls of one method, fifty in a request, in constant memory: hands out what came of each,
    /// in their order.
    ///
    /// ```
    /// use b24::{Client, b24_method};
    ///
    /// #[b24_method("user.current", effect = read)]
    /// struct CurrentUser;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// let client = Client::webhook(portal.webhook())?;
    /// for user in client.send_all((0..120).map(|_| CurrentUser::new())) {
    ///     println!("{}", user?.result["NAME"]);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn send_all<I>(&self, calls: I) -> SendAll<'_, I::IntoIter>
    where
        I: IntoIterator<Item: Method<Output: Send + 'static>>,
    {
        SendAll::new(self, calls.into_iter())
    }

    /// Makes many calls of one method, each of them once, even if the program is ended in the midst and
    /// started again with the same calls: an import that leaves no duplicates.
    ///
    /// Each call has a key of your own, that is the same in every run and belongs to no other call: a second
    /// one with the same key is taken for the first, which is done. The journal remembers what became of
    /// each: what is done is not sent again, and comes as `None`; what was refused is. Of what a run left
    /// unknown, because it was ended or an answer was lost, `was_executed` is asked: look for it on the
    /// portal. The first of these questions is asked when this walk is a minute old, for until then a request
    /// of the last run may still be executed; observers are told of the wait.
    ///
    /// ```
    /// use b24::{Client, FileJournal, b24_method};
    /// use serde_json::json;
    ///
    /// #[allow(deprecated)] // shorter here than `crm.item.add`
    /// #[b24_method("crm.contact.add", returns = b24::Id)]
    /// struct ContactAdd {
    ///     #[b24(required)]
    ///     fields: serde_json::Value,
    /// }
    ///
    /// # let directory = std::env::temp_dir().join(format!("b24-once-doc-{}", std::process::id()));
    /// # std::fs::create_dir_all(&directory)?;
    /// # let path = directory.join("import.journal");
    /// let portal = b24_portal::Portal::start()?;
    /// # portal.answer("crm.contact.add", b24_portal::Answer::result(7));
    /// let client = Client::webhook(portal.webhook())?;
    /// let people = [("p-1", "Ada"), ("p-2", "Grace")];
    /// let calls = people.map(|(key, name)| (key, ContactAdd::new(json!({"NAME": name, "ORIGIN_ID": key}))));
    ///
    /// let journal = FileJournal::open(path)?;
    /// let is_there = |key: &str, _: &ContactAdd| {
    ///     let found = client.call_raw("crm.contact.list", &json!({"filter": {"ORIGIN_ID": key}}))?;
    ///     Ok(found.result[0].is_object())
    /// };
    /// for (key, result) in client.send_once(journal, calls, is_there) {
    ///     match result? {
    ///         Some(made) => println!("{key} is contact {}", made.result),
    ///         None => println!("{key} was there"),
    ///     }
    /// }
    /// # std::fs::remove_dir_all(directory)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// If the journal cannot be written nothing more is sent, and each further call comes with
    /// [`Error::Store`].
    pub fn send_once<I, J, K, M, A>(
        &self,
        journal: J,
        calls: I,
        was_executed: A,
    ) -> SendOnce<'_, I::IntoIter, J, K, M, A>
    where
        I: IntoIterator<Item = (K, M)>,
        J: Journal,
        K: AsRef<str>,
        M: Method<Output: Send + 'static>,
        A: FnMut(&str, &M) -> Result<bool, Error>,
    {
        SendOnce::new(self, journal, calls.into_iter(), was_executed)
    }

    /// The time since 1970.
    pub(crate) fn unix(&self) -> Duration {
        self.inner.clock.unix()
    }

    /// Waits with a method until that time since 1970, but not longer than `most`: clocks are set.
    pub(crate) fn wait_until(&self, method: &str, unix: Duration, most: Duration) {
        let length = unix.saturating_sub(self.unix()).min(most);
        if !length.is_zero() {
            self.inner.tell(&Event::Wait { method, length });
            self.inner.clock.sleep(length);
        }
    }

    /// Sends a request, as often as it takes.
    pub(crate) fn request(&self, request: &Request<'_>) -> Result<(Opened, Trail), Error> {
        Call {
            client: self,
            api: request.api,
            method: request.method,
            effect: request.effect,
            within: request.within,
            body: request.body,
            scrub: request.scrub,
            redact: &|| self.redact((request.secrets)()),
        }
        .run()
    }

    /// When a call that begins now has to be over.
    pub(crate) fn deadline(&self) -> Duration {
        self.inner.clock.now().saturating_add(self.options.deadline)
    }

    /// Whether what was not executed may be sent again, until the deadline.
    pub(crate) fn may_repeat(&self, deadline: Duration) -> bool {
        let Options { retry, at_once, .. } = &self.options;
        !retry.is_never() && !at_once && self.inner.clock.now() < deadline
    }

    /// The portal refused a run within a batch, for its method has used up its computing time.
    pub(crate) fn operating_limited(&self, method: &str) {
        self.inner.pace.operating_limited(&*self.inner.clock, method);
    }

    /// The text with the client's secrets blotted out.
    pub(crate) fn scrub(&self, text: &str) -> String {
        self.inner.portal.scrub(text)
    }

    /// Blots out the client's secrets and these; everything, if they could not be gathered.
    fn redact(&self, secrets: Option<Vec<Secret>>) -> Redact {
        let inner = Arc::clone(&self.inner);
        Redact::new(Arc::new(move |text: &str| {
            blot(secrets.as_deref(), &inner.portal.scrub(text))
        }))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.inner.portal)
    }
}
