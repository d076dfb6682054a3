//! Writing a method's fields as a map: absent values are left out, the declared order is kept.

mod flatten;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::field::Field;
use crate::method::{Method, Visitor};
use crate::parameter::Rule;
use flatten::Flattened;

/// The body of every generated `Serialize::serialize`.
///
/// # Errors
/// What the serializer or a field's own `Serialize` reports.
#[inline]
pub fn serialize<M: Method, S: Serializer>(method: &M, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer::<S> {
        map: serializer.serialize_map(None),
    };
    method.__visit(&mut writer);
    writer.map?.end()
}

// Keeps the first error in place of the map, so that generated code has no `?` after each field.
struct Writer<S: Serializer> {
    map: Result<S::SerializeMap, S::Error>,
}

impl<S: Serializer> Visitor for Writer<S> {
    #[inline]
    fn rule(&mut self, _: Rule) {}

    #[inline]
    fn field<F: Field + Serialize>(&mut self, name: &'static str, value: &F) {
        if value.is_absent() {
            return;
        }
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(name, value)
        {
            self.map = Err(error);
        }
    }

    #[inline]
    fn flatten<F: Serialize>(&mut self, value: &F, _: &[&'static str]) {
        if let Ok(map) = &mut self.map
            && let Err(error) = value.serialize(Flattened { map })
        {
            self.map = Err(error);
        }
    }
}
