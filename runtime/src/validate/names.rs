//! The names that a flattened field gives, without what stands under them.

use std::collections::BTreeSet;
use std::fmt;

use serde::ser::{Serialize, SerializeMap};

use crate::field::key_text;
use crate::serialize::Flattened;

/// The names of the members of a map or an object. Where it is neither, or cannot be written, encoding
/// says so.
pub(super) fn names<T: Serialize + ?Sized>(value: &T) -> BTreeSet<String> {
    let mut names = Names::default();
    let _ = value.serialize(Flattened { map: &mut names });
    names.0
}

#[derive(Default)]
struct Names(BTreeSet<String>);

impl SerializeMap for Names {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        self.0.extend(key_text(key));
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), fmt::Error> {
        Ok(())
    }
    fn end(self) -> Result<(), fmt::Error> {
        Ok(())
    }
}
