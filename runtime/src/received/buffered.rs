//! Members that were read already: those that another object left, or none.

use std::marker::PhantomData;

use serde::de;
use serde_json::{Map, Value};

use super::{Fill, Members, place};
use crate::lenient::Lenient;

/// Takes members out of a map, and leaves the others there.
pub(super) struct Buffered<'a, E> {
    members: &'a mut Map<String, Value>,
    found: (&'static str, Value),
    error: PhantomData<E>,
}

impl<'a, E> Buffered<'a, E> {
    pub(super) fn new(members: &'a mut Map<String, Value>) -> Self {
        Self {
            members,
            found: ("", Value::Null),
            error: PhantomData,
        }
    }
}

impl<E: de::Error> Members for Buffered<'_, E> {
    type Error = E;

    fn fill(&mut self, slots: &mut [(&'static str, &mut dyn Fill<Self>)], _: bool) -> Result<(), E> {
        for (name, slot) in slots {
            if let Some(value) = self.members.remove(*name) {
                self.found = (*name, value);
                slot.fill(self)?;
            }
        }
        Ok(())
    }

    fn value<T: Lenient>(&mut self) -> Result<T, E> {
        let (name, value) = &self.found;
        place::member(name, value)
    }

    fn others(&mut self) -> &mut Map<String, Value> {
        self.members
    }
}
