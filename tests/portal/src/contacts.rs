//! The contacts of the portal's CRM, made and changed by imports.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value as Json;

use crate::php::{self, Array, Value};

/// The first contact's number.
const FIRST: i64 = 43;

/// A contact, as made with `crm.contact.add`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// The contact's number, `ID`.
    pub id: i64,
    /// What was sent as `fields`, names in upper case, values as they came.
    pub fields: Json,
}

/// In the order of their numbers, and each as its text: a hundred thousand are not much.
#[derive(Debug, Default)]
pub(crate) struct Contacts(Vec<Box<[u8]>>);

impl Contacts {
    pub(crate) fn add(&mut self, fields: Array) -> i64 {
        self.0.push(php::write_json(&fields.into()).into());
        self.last()
    }

    /// Fields that are not named stay as they are.
    pub(crate) fn update(&mut self, id: i64, fields: Array) -> bool {
        let (Some(mut contact), Some(place)) = (self.fields(id), place(id)) else {
            return false;
        };
        contact.overlay(fields);
        if let Some(kept) = self.0.get_mut(place) {
            *kept = php::write_json(&contact.into()).into();
        }
        true
    }

    pub(crate) fn fields(&self, id: i64) -> Option<Array> {
        match php::parse_json(self.0.get(place(id)?)?)? {
            Value::Array(fields) => Some(fields),
            _ => None,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = Contact> {
        (FIRST..).zip(&self.0).map(|(id, text)| Contact {
            id,
            fields: serde_json::from_slice(text).unwrap_or_default(),
        })
    }

    /// The values of a field that more than one contact has, and how many have them.
    pub(crate) fn duplicates(&self, field: &str) -> BTreeMap<String, usize> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for mut contact in self.all() {
            let value = match contact.fields.get_mut(field).map(Json::take) {
                None | Some(Json::Null) => continue,
                Some(Json::String(text)) => text,
                Some(value) => value.to_string(),
            };
            *counts.entry(value).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count > 1).collect()
    }

    fn last(&self) -> i64 {
        FIRST - 1 + i64::try_from(self.0.len()).unwrap_or(i64::MAX - FIRST)
    }
}

fn place(id: i64) -> Option<usize> {
    usize::try_from(id.checked_sub(FIRST)?).ok()
}
