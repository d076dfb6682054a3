//! A wrapper that decodes leniently wherever serde decodes.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer};

use super::{Form, Lenient};

/// A value that is decoded as [`Lenient`] describes it, for results that are no objects.
///
/// ```
/// use b24::{Client, Loose, b24_method};
/// use std::collections::HashMap;
///
/// #[b24_method("user.fields", returns = Loose<HashMap<String, String>>, effect = read)]
/// struct UserFields;
///
/// let portal = b24_portal::Portal::start()?;
/// portal.answer("user.fields", b24_portal::Answer::result("[]")); // PHP's empty object
///
/// let client = Client::webhook(portal.webhook())?;
/// let fields = UserFields::new().call(&client)?.result;
/// assert!(fields.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It also stands in types with serde's own derive:
///
/// ```
/// use b24::Loose;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct User {
///     id: Loose<u64>,
///     departments: Loose<Vec<u64>>,
/// }
///
/// let user: User = serde_json::from_str(r#"{"id":"7","departments":"12"}"#)?;
/// assert_eq!((*user.id, user.departments.into_inner()), (7, vec![12]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Loose<T>(pub T);

impl<T> Loose<T> {
    /// The value.
    ///
    /// ```
    /// assert_eq!(b24::Loose(39).into_inner(), 39);
    /// ```
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Loose<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Loose<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<'de, T: Lenient> Deserialize<'de> for Loose<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::decode(deserializer).map(Self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Lenient> Lenient for Loose<T> {
    const FORM: Form = T::FORM;

    fn missing() -> Option<Self> {
        T::missing().map(Self)
    }
}
