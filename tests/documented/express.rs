//! A JSON body as the Rust expression that builds it out of a declaration.
//!
//! This is how the examples of the documentation's pages prove what is declared.

mod conditions;
mod exact;
mod spelling;
mod tests;

use std::fmt::{self, Write as _};

use b24_catalog::{Kind, Parameter};
use serde_json::{Map, Value};

use b24_cli::declare::{Declaration, Field, Item, Role, Struct, Type};
use b24_cli::render::{self, identifier};
pub(crate) use spelling::respell;

/// The expression that builds `body`.
///
/// # Errors
/// The first value that the declaration has no place for.
pub(crate) fn express(declaration: &Declaration, body: &Value) -> Result<String, Obstacle> {
    let at = Place {
        declaration,
        path: String::new(),
    };
    let Value::Object(members) = body else {
        return Err(at.obstacle(Reason::Kind, body));
    };
    at.structure(&declaration.method, members)
}

/// Why a value cannot be built.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Obstacle {
    /// The names on the way to the value.
    pub(crate) path: String,
    /// What is wrong with it.
    pub(crate) reason: Reason,
    /// The value.
    pub(crate) value: Value,
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// There is no field for it.
    Unknown,
    /// It is missing, and required.
    Missing,
    /// It is of another kind.
    Kind,
    /// It is `null`, which is not sent.
    Null,
    /// It is not one of the allowed values.
    Value,
    /// It is no filter, order or selection that can be built.
    Listing,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let says = match self.reason {
            Reason::Unknown => "is not declared",
            Reason::Missing => "is required, and missing",
            Reason::Kind => "is of another type",
            Reason::Null => "is nothing, which is not sent",
            Reason::Value => "is not an allowed value",
            Reason::Listing => "is no filter, order or selection that can be built",
        };
        write!(f, "`{}` {says}: {}", self.path, self.value)
    }
}

/// Where in a body an expression is made.
#[derive(Debug, Clone)]
struct Place<'a> {
    declaration: &'a Declaration,
    path: String,
}

impl<'a> Place<'a> {
    fn obstacle(&self, reason: Reason, value: &Value) -> Obstacle {
        Obstacle {
            path: self.path.clone(),
            reason,
            value: value.clone(),
        }
    }

    fn member(&self, key: &str) -> Self {
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        Self { path, ..self.clone() }
    }

    fn item(&self, index: usize) -> Self {
        Self {
            path: format!("{}[{index}]", self.path),
            ..self.clone()
        }
    }

    /// `DealAddFields::new("Big one").stage_id("NEW")`
    fn structure(&self, declared: &Struct, members: &Map<String, Value>) -> Result<String, Obstacle> {
        let (mut required, mut optional) = (Vec::new(), String::new());
        for field in &declared.fields {
            let Role::Parameter(parameter) = &field.role else {
                continue;
            };
            let place = self.member(&parameter.wire);
            let value = match members.get(&parameter.wire) {
                Some(value) => place.value(&field.ty, parameter.kind.as_ref(), value)?,
                None if parameter.required => return Err(place.obstacle(Reason::Missing, &Value::Null)),
                None => continue,
            };
            if parameter.required {
                required.push(value);
            } else {
                set(&mut optional, field, &value);
            }
        }
        for (field, further) in self.further(declared, members)? {
            set(&mut optional, field, &further);
        }
        Ok(format!(
            "{}::new({}){optional}",
            declared.name,
            required.join(", ")
        ))
    }

    /// What goes into the maps of a struct.
    fn further(
        &self,
        declared: &'a Struct,
        members: &Map<String, Value>,
    ) -> Result<Vec<(&'a Field, String)>, Obstacle> {
        let mut maps: Vec<(&Field, Vec<String>)> = Vec::new();
        for (key, value) in members {
            let place = self.member(key);
            let is_own = |field: &Field| matches!(&field.role, Role::Parameter(own) if own.wire == *key);
            if declared.fields.iter().any(is_own) {
                continue;
            }
            let covers =
                |field: &&Field| matches!(&field.role, Role::Further(pattern) if covers(pattern, key));
            let Some(field) = declared.fields.iter().find(covers) else {
                return Err(place.obstacle(Reason::Unknown, value));
            };
            let Type::Map(ty) = &field.ty else {
                return Err(place.obstacle(Reason::Kind, value));
            };
            let pair = format!("({key:?}, {})", place.value(ty, None, value)?);
            match maps.iter_mut().find(|(known, _)| known.name == field.name) {
                Some((_, pairs)) => pairs.push(pair),
                None => maps.push((field, vec![pair])),
            }
        }
        let maps = maps.into_iter();
        Ok(maps
            .map(|(field, pairs)| (field, format!("[{}]", pairs.join(", "))))
            .collect())
    }

    /// A value as a setter takes it.
    fn value(&self, ty: &Type, kind: Option<&Kind>, value: &Value) -> Result<String, Obstacle> {
        let wrong = || self.obstacle(Reason::Kind, value);
        if value.is_null() && *ty != Type::Untyped {
            return Err(self.obstacle(Reason::Null, value));
        }
        match ty {
            Type::Text => value.as_str().map(|text| format!("{text:?}")).ok_or_else(wrong),
            Type::List(item) => {
                let items = value.as_array().ok_or_else(wrong)?;
                let kind = kind.and_then(inside);
                if items.is_empty() {
                    return Ok(format!("{}::new()", turbofish(ty)));
                }
                let each = |(index, value)| {
                    let place: Place<'_> = self.item(index);
                    match **item {
                        // Lists in a list differ in length.
                        Type::List(_) => place.exact(item, kind, value),
                        _ => place.value(item, kind, value),
                    }
                };
                let items: Vec<String> = items.iter().enumerate().map(each).collect::<Result<_, _>>()?;
                Ok(format!("[{}]", items.join(", ")))
            }
            Type::Map(item) => {
                let members = value.as_object().ok_or_else(wrong)?;
                if members.is_empty() {
                    return Ok(format!("{}::new()", turbofish(ty)));
                }
                let kind = kind.and_then(inside);
                let each = |(key, value): (&String, &Value)| {
                    let place = self.member(key);
                    let value = match **item {
                        Type::List(_) | Type::Map(_) => place.exact(item, kind, value),
                        _ => place.value(item, kind, value),
                    };
                    Ok(format!("({key:?}, {})", value?))
                };
                let members: Vec<String> = members.iter().map(each).collect::<Result<_, _>>()?;
                Ok(format!("[{}]", members.join(", ")))
            }
            Type::Item(name) => self.named(name, kind, value),
            Type::Filter => conditions::filter(self, value),
            Type::FilterV3 => conditions::filter_v3(self, value),
            Type::Order => conditions::order(self, value),
            Type::Select => conditions::select(self, value),
            _ => self.exact(ty, kind, value),
        }
    }

    /// A value of a type of the declaration.
    fn named(&self, name: &str, kind: Option<&Kind>, value: &Value) -> Result<String, Obstacle> {
        match self.declaration.item(name) {
            Some(Item::Object(object)) => match value {
                Value::Object(members) => self.structure(object, members),
                _ => Err(self.obstacle(Reason::Kind, value)),
            },
            Some(Item::Values(values)) => {
                let text = value.as_str().ok_or_else(|| self.obstacle(Reason::Kind, value))?;
                match values.variants.iter().find(|(_, known)| known == text) {
                    Some((variant, _)) => Ok(format!("{name}::{variant}")),
                    None if values.open => Ok(format!("{name}::Other({text:?}.to_owned())")),
                    None => Err(self.obstacle(Reason::Value, value)),
                }
            }
            Some(Item::Choice(choice)) => {
                let mut variants = choice.variants.iter();
                let fits = variants.find_map(|(variant, ty)| {
                    let value = self.exact(ty, kind, value).ok()?;
                    Some(format!("{name}::{variant}({value})"))
                });
                fits.ok_or_else(|| self.obstacle(Reason::Kind, value))
            }
            None => Err(self.obstacle(Reason::Unknown, value)),
        }
    }
}

fn set(setters: &mut String, field: &Field, value: &str) {
    let _ = write!(setters, ".{}({value})", identifier(&field.name));
}

/// Whether a pattern such as `UF_*` is of this key.
fn covers(pattern: &str, key: &str) -> bool {
    Parameter::new(pattern, Kind::Any).covers(key)
}

/// The kind of what is in a list or a map of this kind.
fn inside(kind: &Kind) -> Option<&Kind> {
    match kind {
        Kind::List(inner) | Kind::Map(inner) => Some(inner),
        _ => None,
    }
}

/// `Vec::<u64>`
fn turbofish(ty: &Type) -> String {
    render::ty(ty).replacen('<', "::<", 1)
}
