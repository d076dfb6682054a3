//! Any serde type as a field.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::field::Scalar;

/// A value of any type that serde can write, sent as serde writes it.
///
/// For types of other crates, which cannot be made a [`Scalar`]; a setter takes the bare value.
///
/// ```
/// use b24::{Json, b24_method};
/// use std::net::IpAddr;
///
/// #[b24_method("acme.event.add", unlisted, rename_all = "camelCase")]
/// struct EventAdd {
///     remote_address: Option<Json<IpAddr>>,
/// }
///
/// let event = EventAdd::new().remote_address(IpAddr::from([127, 0, 0, 1]));
/// assert_eq!(serde_json::to_string(&event)?, r#"{"remoteAddress":"127.0.0.1"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Json<T>(pub T);

impl<T: Serialize> Scalar for Json<T> {}

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Json<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}
