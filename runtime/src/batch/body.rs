//! The body of a classic batch.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::form::name;

/// Commands as forms, to be sent together.
pub(crate) struct Body<'a> {
    /// The place of the first command, by which the commands are named.
    pub(crate) first: usize,
    pub(crate) forms: Vec<&'a str>,
    pub(crate) halt: bool,
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(Some(2))?;
        body.serialize_entry("halt", &u8::from(self.halt))?;
        body.serialize_entry("cmd", &Named(self))?;
        body.end()
    }
}

/// The commands by their names.
struct Named<'a>(&'a Body<'a>);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Body { first, forms, .. } = self.0;
        let names = (*first..).map(name);
        serializer.collect_map(names.zip(forms))
    }
}
