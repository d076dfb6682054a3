//! What one command of a batch takes from the result of another.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Error as _, Serialize, Serializer};

/// A value that the portal takes from the result of an earlier command of the same batch; for a field of
/// the type [`Arg`](crate::Arg).
///
/// [`Handle::result`](crate::Handle::result) gives the first one, and its methods lead further in:
///
/// ```
/// use b24::{Arg, Client, b24_method};
///
/// #[b24_method("acme.order.add", unlisted)]
/// struct OrderAdd;
///
/// #[b24_method("acme.order.pay", unlisted)]
/// struct OrderPay {
///     #[b24(required)]
///     order: Arg<u64>,
/// }
///
/// # let portal = b24_portal::Portal::start()?;
/// # portal.answer("acme.order.add", b24_portal::Answer::result(r#"{"order":{"id":7}}"#));
/// # portal.answer("acme.order.pay", b24_portal::Answer::echo());
/// # let client = Client::webhook(portal.webhook())?;
/// let mut batch = client.batch();
/// let order = batch.add(&OrderAdd::new());
/// let id = order.result().field("order").field("id").always_there();
/// let paid = batch.add(&OrderPay::new(id));
/// let results = batch.send()?;
/// # assert_eq!(results.get(&paid)?["ORDER"], 7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Reference<T = Untyped> {
    target: Target,
    value: PhantomData<fn() -> T>,
}

/// The type of what a [`Reference`] leads to, where nobody has said it: it fits any [`Arg`](crate::Arg).
#[derive(Debug, Clone, Copy)]
pub enum Untyped {}

/// Where a value is found, and the text around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Target {
    /// Which batch the command belongs to.
    pub(crate) batch: u64,
    /// The place of the command in it.
    pub(crate) command: usize,
    /// The keys on the way into its result.
    pub(crate) path: Vec<String>,
    pub(crate) before: String,
    pub(crate) after: String,
    /// Whether the user says that it is always there.
    pub(crate) always: bool,
}

impl<T> Reference<T> {
    pub(crate) fn to(batch: u64, command: usize) -> Self {
        Self::of(Target {
            batch,
            command,
            ..Target::default()
        })
    }

    fn of(target: Target) -> Self {
        Self {
            target,
            value: PhantomData,
        }
    }

    pub(crate) fn cast<U>(self) -> Reference<U> {
        Reference::of(self.target)
    }

    /// The member of this name in it.
    #[must_use]
    pub fn field(mut self, name: &str) -> Reference {
        self.target.path.push(name.to_owned());
        Reference::of(self.target)
    }

    /// The item at this place in it; the first one is 0.
    #[must_use]
    pub fn at(self, place: usize) -> Reference {
        self.field(&place.to_string())
    }

    /// The same, of which you know that the result always has it.
    ///
    /// Where a result lacks what a reference leads to, the portal sends all that surrounds the place
    /// instead, and runs the command. So a command that changes something takes a reference into a result
    /// only if the declaration knows the member (`at = "..."`), or with this.
    #[must_use]
    pub fn always_there(mut self) -> Self {
        self.target.always = true;
        self
    }

    /// The value within a text, such as `Order 17 is paid`. What follows it has to begin with a space: for
    /// the portal a reference ends there.
    ///
    /// ```
    /// # use b24::{Arg, Client, b24_method};
    /// # #[b24_method("acme.order.add", unlisted)]
    /// # struct OrderAdd;
    /// # #[b24_method("acme.note.add", unlisted)]
    /// # struct NoteAdd { #[b24(required)] text: Arg<String> }
    /// # let portal = b24_portal::Portal::start()?;
    /// # portal.answer("acme.order.add", b24_portal::Answer::result("17"));
    /// # portal.answer("acme.note.add", b24_portal::Answer::echo());
    /// # let client = Client::webhook(portal.webhook())?;
    /// let mut batch = client.batch();
    /// let order = batch.add(&OrderAdd::new());
    /// let note = batch.add(&NoteAdd::new(order.result().within("Order ", " is paid")));
    /// # let results = batch.send()?;
    /// # assert_eq!(results.get(&note)?["TEXT"], "Order 17 is paid");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn within(mut self, before: &str, after: &str) -> Reference<String> {
        self.target.before = format!("{before}{}", self.target.before);
        self.target.after.push_str(after);
        Reference::of(self.target)
    }
}

impl<T> Clone for Reference<T> {
    fn clone(&self) -> Self {
        Self::of(self.target.clone())
    }
}

impl<T> fmt::Debug for Reference<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({})", self.target)
    }
}

/// As errors show it, without the text around it, which is the user's.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the result of command {}", self.command)?;
        self.path.iter().try_for_each(|key| write!(f, "[{key}]"))
    }
}

/// The name under which a reference is written, by which a batch and the check of a field know it.
pub(crate) const REFERENCE: &str = "b24::Reference";

impl<T> Serialize for Reference<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(REFERENCE, &Written(&self.target))
    }
}

/// What stands within that name: nothing that could be sent, except to who asks for it.
struct Written<'a>(&'a Target);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return Err(S::Error::custom(OUTSIDE));
        }
        let Target {
            batch,
            command,
            path,
            before,
            after,
            always,
        } = self.0;
        (batch, command, path, before, after, always).serialize(serializer)
    }
}

/// What is wrong with a reference anywhere else.
pub(crate) const OUTSIDE: &str =
    "a reference to the result of another command stands only in a batch, in a field of a declared method";
