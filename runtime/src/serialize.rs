//! Writing members as a map: absent values are left out, the declared order is kept.

mod flatten;
mod one;

pub use one::serialize_one;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::field::Field;
use crate::parameter::Rule;
use crate::visit::{Object, Visitor};
pub(crate) use flatten::Flattened;

/// The body of every generated `Serialize::serialize`.
///
/// # Errors
/// What the serializer or a field's own `Serialize` reports.
#[inline]
pub fn serialize<O: Object + ?Sized, S: Serializer>(object: &O, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer::<S> {
        map: serializer.serialize_map(None),
    };
    object.__visit(&mut writer);
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
    fn field<F: Field + ?Sized, T: Serialize + ?Sized>(&mut self, name: &'static str, field: &F, sent: &T) {
        if field.is_absent() {
            return;
        }
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(name, sent)
        {
            self.map = Err(error);
        }
    }

    #[inline]
    fn flatten<F: Serialize + ?Sized>(&mut self, value: &F, _: &[&'static str]) {
        if let Ok(map) = &mut self.map
            && let Err(error) = value.serialize(Flattened { map })
        {
            self.map = Err(error);
        }
    }
}
