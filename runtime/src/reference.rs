//! What one command of a batch takes from the result of another.

mod declared;

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Error as _, Serialize, Serializer};

use crate::method::Method;

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
/// # portal.answer("acme.order.add", b24_portal::Answer::result(r#"{"id":7}"#));
/// # portal.answer("acme.order.pay", b24_portal::Answer::echo());
/// # let client = Client::webhook(portal.webhook())?;
/// let mut batch = client.batch();
/// let order = batch.add(&OrderAdd::new());
/// let id = order.result().field("id").always_there();
/// let paid = batch.add(&OrderPay::new(id));
/// let results = batch.send()?;
/// # assert_eq!(results.get(&paid)?["ORDER"], 7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What is always there
/// Where a result lacks what a reference leads to, or has `null` there, the portal sends all that surrounds
/// the place instead, and runs the command. So a command that changes something takes a reference only to
/// what the result is known to have always; another one is refused before anything is sent. That is known of
///
/// - what the declaration of the other method says, by `returns` and `at`: the result, and in objects
///   declared with [`b24_object`](macro@crate::b24_object) each member whose type takes no `null`, such as
///   `id: u64`. An `Option`, a member with a default, a list and what is in it, a map, a
///   `serde_json::Value` and an object that is an enum may lack it;
/// - what is documented, where the declaration has no `returns`: a result whose kind is told, and its only
///   member, such as the `task` of `tasks.task.add`. What is documented of the members further in is not
///   known here.
///
/// Of anything else, say so: [`always_there`](Self::always_there).
///
/// ```
/// use b24::{Arg, Client, Error, b24_method, b24_object};
///
/// #[b24_object(result)]
/// struct Order {
///     id: u64,
///     discount_id: Option<u64>,
/// }
///
/// #[b24_method("acme.order.add", unlisted, at = "order", returns = Order)]
/// struct OrderAdd;
///
/// #[b24_method("acme.order.pay", unlisted)]
/// struct OrderPay {
///     #[b24(required)]
///     order: Arg<u64>,
/// }
///
/// # let portal = b24_portal::Portal::start()?;
/// # portal.answer("acme.order.add", b24_portal::Answer::result(r#"{"order":{"ID":7}}"#));
/// # portal.answer("acme.order.pay", b24_portal::Answer::echo());
/// # let client = Client::webhook(portal.webhook())?;
/// let pay_by = |member: &str| {
///     let mut batch = client.batch();
///     let order = batch.add(&OrderAdd::new()).result();
///     batch.add(&OrderPay::new(order.field(member)));
///     batch.send()
/// };
/// assert!(pay_by("ID").is_ok());
/// assert!(matches!(pay_by("DISCOUNT_ID"), Err(Error::Invalid(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Reference<T = Untyped> {
    target: Target,
    /// Whether what is at this path is always there, by what is known of the method.
    known: fn(&[String]) -> bool,
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
    /// Whether it is always there, as is known or as the user says.
    pub(crate) always: bool,
}

impl<T> Reference<T> {
    /// To what a command that calls `M` returns: its result, or the member that the declaration says it is `at`.
    pub(crate) fn to<M: Method + ?Sized>(batch: u64, command: usize) -> Self {
        Self {
            target: Target {
                batch,
                command,
                path: M::AT.into_iter().map(str::to_owned).collect(),
                ..Target::default()
            },
            known: declared::is_always_there::<M>,
            value: PhantomData,
        }
    }

    pub(crate) fn cast<U>(self) -> Reference<U> {
        Reference {
            target: self.target,
            known: self.known,
            value: PhantomData,
        }
    }

    /// The member of this name in it.
    #[must_use]
    pub fn field(mut self, name: &str) -> Reference {
        self.target.path.push(name.to_owned());
        self.cast()
    }

    /// The item at this place in it; the first one is 0.
    #[must_use]
    pub fn at(self, place: usize) -> Reference {
        self.field(&place.to_string())
    }

    /// The same, of which you know that the result always has it, where that [is not
    /// known](Self#what-is-always-there) anyway.
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
    /// # #[b24_method("acme.order.add", unlisted, returns = b24::Id)]
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
        self.cast()
    }
}

impl<T> Clone for Reference<T> {
    fn clone(&self) -> Self {
        Self {
            target: self.target.clone(),
            known: self.known,
            value: PhantomData,
        }
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
        serializer.serialize_newtype_struct(
            REFERENCE,
            &Written {
                target: &self.target,
                known: self.known,
            },
        )
    }
}

/// What stands within that name: nothing that could be sent, except to who asks for it.
struct Written<'a> {
    target: &'a Target,
    known: fn(&[String]) -> bool,
}

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
        } = self.target;
        let always = *always || (self.known)(path);
        (batch, command, path, before, after, always).serialize(serializer)
    }
}

/// What is wrong with a reference anywhere else.
pub(crate) const OUTSIDE: &str =
    "a reference to the result of another command stands only in a batch, in a field of a declared method";
