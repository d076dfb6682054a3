//! `crm.contact.add`, `crm.contact.get`, `crm.contact.update`.

use super::Call;
use crate::{
    php::{Array, Value},
    rest::Failure,
};

pub(super) fn add(call: &mut Call<'_>) -> Result<Value, Failure> {
    let fields = fields(&call.parameters)?;
    Ok(call.world.contacts.add(fields).into())
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Value, Failure> {
    let id = id(&call.parameters);
    let fields = call
        .world
        .contacts
        .fields(id)
        .ok_or_else(|| missing("Not found"))?;
    let mut contact = Array::from([("ID", id.to_string().into())]);
    contact.overlay(fields);
    Ok(contact.into())
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Value, Failure> {
    let fields = fields(&call.parameters)?;
    let updated = call.world.contacts.update(id(&call.parameters), fields);
    updated
        .then(|| true.into())
        .ok_or_else(|| missing("Contact is not found"))
}

fn id(parameters: &Array) -> i64 {
    parameters.get("ID").map_or(0, Value::to_int)
}

/// Without the number, which nobody sets.
fn fields(parameters: &Array) -> Result<Array, Failure> {
    let object = |name: &str| match parameters.get(name) {
        None | Some(Value::Null) => Ok(Array::new()),
        Some(Value::Array(object)) => Ok(object.clone()),
        Some(_) => {
            let text = format!("Parameter '{}' must be array.", name.to_lowercase());
            Err(missing(&text))
        }
    };
    object("PARAMS")?;
    let mut fields = object("FIELDS")?.upper_cased();
    fields.remove("ID");
    Ok(fields)
}

/// These methods give their errors no code.
fn missing(description: &str) -> Failure {
    Failure::wrong("", description)
}
