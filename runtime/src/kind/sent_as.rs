//! Which Rust types may stand for a kind.

use serde::{Serialize, Serializer};

use crate::field::Field;
use crate::patch::Clearable;

/// A type whose values are sent as the documented kind `K`; the [table of kinds](crate::kind) says
/// which are.
///
/// The same value is written differently as another kind:
///
/// ```
/// use b24::b24_method;
///
/// #[b24_method("acme.order.update", unlisted)]
/// struct OrderUpdate {
///     #[b24(kind = text)]
///     id: Option<u64>,
///     #[b24(kind = yes_no)]
///     opened: Option<bool>,
///     #[b24(kind = list<one_zero>)]
///     flags: Option<Vec<bool>>,
/// }
///
/// let order = OrderUpdate::new().id(13).opened(true).flags([true, false]);
/// assert_eq!(serde_json::to_string(&order)?, r#"{"ID":"13","OPENED":"Y","FLAGS":[1,0]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # A type of your own
/// It says itself what it is, and is then written by its own `Serialize`:
///
/// ```
/// use b24::{Scalar, SentAs, b24_method, kind};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Phone(String);
///
/// impl Scalar for Phone {}
/// impl SentAs<kind::Text> for Phone {}
///
/// #[b24_method("user.update")]
/// struct UserUpdate {
///     #[b24(required)]
///     id: u64,
///     personal_mobile: Option<Phone>,
/// }
///
/// let user = UserUpdate::new(5).personal_mobile(Phone("+49301234".to_owned()));
/// assert_eq!(serde_json::to_string(&user)?, r#"{"ID":5,"PERSONAL_MOBILE":"+49301234"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// An enum with [`b24_enum`](macro@crate::b24_enum) and a struct with
/// [`b24_object`](macro@crate::b24_object) need no such line.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as the kind `{K}`",
    label = "no value of this kind",
    note = "a type of your own that is written so: add `impl b24::SentAs<...> for ... {{}}`"
)]
pub trait SentAs<K>: Field + Serialize {
    /// Writes the value as the kind; by its own `Serialize`, unless the type says otherwise.
    ///
    /// # Errors
    /// What the serializer reports.
    ///
    /// ```
    /// use b24::{Scalar, SentAs, kind};
    /// use serde::{Serialize, Serializer};
    ///
    /// #[derive(Serialize)]
    /// struct Switch { on: bool }
    ///
    /// impl Scalar for Switch {}
    /// impl SentAs<kind::YesNo> for Switch {
    ///     fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
    ///         serializer.serialize_str(if self.on { "Y" } else { "N" })
    ///     }
    /// }
    ///
    /// #[b24::b24_method("acme.order.update", unlisted)]
    /// struct OrderUpdate {
    ///     #[b24(kind = yes_no)]
    ///     opened: Option<Switch>,
    /// }
    ///
    /// let order = OrderUpdate::new().opened(Switch { on: true });
    /// assert_eq!(serde_json::to_string(&order)?, r#"{"OPENED":"Y"}"#);
    /// # assert!(serde_json::to_string(&OrderUpdate::new().opened(Switch { on: false }))?.contains('N'));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    /// Writes what clears a value that is sent as the kind.
    #[doc(hidden)]
    fn __serialize_cleared<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error>
    where
        Self: Clearable,
    {
        Self::serialize_cleared(serializer)
    }
}

// Without supertraits, as a bound of generated code: of a type that cannot be sent at all, they would
// be further errors.
/// What [`SentAs`] says.
#[doc(hidden)]
pub trait OfKind<K> {
    /// Writes the value as the kind.
    ///
    /// # Errors
    /// What the serializer reports.
    fn __serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

#[diagnostic::do_not_recommend]
impl<K, T: SentAs<K>> OfKind<K> for T {
    #[inline]
    fn __serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize_as(serializer)
    }
}
