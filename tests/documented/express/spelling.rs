//! Bodies that spell names otherwise than the page's table.

use serde_json::{Map, Value};

use b24_cli::declare::{Declaration, Item, Role, Type};

/// Gives fields the names under which a body has them, where these are other spellings of the page.
/// Returns whether there are any.
pub(crate) fn respell(declaration: &mut Declaration, body: &Value) -> bool {
    let mut spelled = Vec::new();
    if let Value::Object(members) = body {
        collect(declaration, &declaration.method.name, members, &mut spelled);
    }
    for (name, place, key) in &spelled {
        if let Some(Role::Parameter(parameter)) = role(declaration, name, *place) {
            parameter.wire.clone_from(key);
            parameter.rename = true;
        }
    }
    !spelled.is_empty()
}

/// A struct, the place of a field in it, and the name that a body gives it.
type Spelled = (String, usize, String);

fn collect(declaration: &Declaration, name: &str, members: &Map<String, Value>, spelled: &mut Vec<Spelled>) {
    let Some(declared) = declaration.structs().find(|declared| declared.name == name) else {
        return;
    };
    for (place, field) in declared.fields.iter().enumerate() {
        let Role::Parameter(parameter) = &field.role else {
            continue;
        };
        let is_own = |key: &str| {
            declared
                .fields
                .iter()
                .any(|field| matches!(&field.role, Role::Parameter(own) if own.wire == key))
        };
        let mut names = std::iter::once(&parameter.wire).chain(&parameter.spellings);
        let Some(key) = names.find(|name| members.contains_key(*name)) else {
            continue;
        };
        if *key != parameter.wire && !is_own(key) {
            spelled.push((name.to_owned(), place, key.clone()));
        }
        inside(declaration, &field.ty, &members[key], spelled);
    }
}

fn inside(declaration: &Declaration, ty: &Type, value: &Value, spelled: &mut Vec<Spelled>) {
    match (ty, value) {
        (Type::List(ty), Value::Array(items)) => {
            for item in items {
                inside(declaration, ty, item, spelled);
            }
        }
        (Type::Map(ty), Value::Object(members)) => {
            for member in members.values() {
                inside(declaration, ty, member, spelled);
            }
        }
        (Type::Item(name), value) => match (declaration.item(name), value) {
            (Some(Item::Object(object)), Value::Object(members)) => {
                collect(declaration, &object.name, members, spelled);
            }
            (Some(Item::Choice(choice)), value) => {
                for (_, ty) in &choice.variants {
                    inside(declaration, ty, value, spelled);
                }
            }
            _ => {}
        },
        _ => {}
    }
}

fn role<'a>(declaration: &'a mut Declaration, name: &str, place: usize) -> Option<&'a mut Role> {
    let objects = declaration.items.iter_mut().filter_map(|item| match item {
        Item::Object(object) => Some(object),
        Item::Values(_) | Item::Choice(_) => None,
    });
    let mut structs = std::iter::once(&mut declaration.method).chain(objects);
    let found = structs.find(|declared| declared.name == name)?;
    found.fields.get_mut(place).map(|field| &mut field.role)
}
