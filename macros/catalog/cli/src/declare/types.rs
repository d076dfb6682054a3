//! Types out of kinds.

use b24_catalog::{Aspect, Certainty, Choice as Kinds, Kind, Members, Method, Parameter};

use super::build::Builder;
use super::words::{pascal, words};
use super::{Choice, Dates, Item, Type, sense, values};

/// What a parameter is declared as.
pub(super) struct Of {
    pub(super) ty: Type,
    /// What it is sent as.
    pub(super) kind: Kind,
}

impl Builder<'_> {
    /// The type of a parameter; `top`: it is one of the method itself.
    pub(super) fn type_of(&mut self, parameter: &Parameter, path: &[&str], top: bool) -> Of {
        let listing = sense::listing(self.method, parameter, top);
        let ty = listing
            .or_else(|| values::listed(self, parameter, path))
            .or_else(|| self.object_or_rows(parameter, path))
            .unwrap_or_else(|| self.of_kind(&parameter.kind, parameter, path));
        Of {
            ty,
            kind: parameter.kind.clone(),
        }
    }

    fn of_kind(&mut self, kind: &Kind, parameter: &Parameter, path: &[&str]) -> Type {
        let dates = self.options.dates;
        match kind {
            Kind::Integer => sense::integer(parameter),
            Kind::Double => Type::Double,
            Kind::Text | Kind::Either(Kinds::DateTimeOrText | Kinds::DateOrDateTime) => Type::Text,
            Kind::Boolean | Kind::YesNo | Kind::OneZero | Kind::Either(Kinds::BooleanOrInteger) => {
                Type::Boolean
            }
            Kind::Date => date(dates, "jiff::civil::Date", "chrono::NaiveDate"),
            Kind::DateTime => date(dates, "jiff::Timestamp", "chrono::DateTime<chrono::Utc>"),
            Kind::File if sense::is_bare_content(parameter) => Type::Base64,
            // Its name and its content.
            Kind::File => Type::List(Box::new(Type::Text)),
            Kind::Object => self.of_object(parameter, path),
            Kind::Any if sense::is_of_ids(parameter) => Type::List(Box::new(Type::Unsigned)),
            Kind::Any => Type::Untyped,
            Kind::List(item) => Type::List(Box::new(self.of_kind(item, parameter, path))),
            Kind::Map(value) => Type::Map(Box::new(self.of_kind(value, parameter, path))),
            Kind::Either(choice) => self.of_choice(*choice, parameter, path),
        }
    }

    /// A struct where the members are known, otherwise a map.
    fn of_object(&mut self, parameter: &Parameter, path: &[&str]) -> Type {
        match &parameter.members {
            Some(Members { list, open, .. }) if list.is_empty() && open.len() == 1 && open[0].name == "*" => {
                let path = [path, &["*"]].concat();
                Type::Map(Box::new(self.type_of(&open[0], &path, false).ty))
            }
            Some(members) if !(members.list.is_empty() && members.open.is_empty()) => {
                self.struct_of(parameter, members, path)
            }
            _ => Type::Map(Box::new(Type::Untyped)),
        }
    }

    /// The members that are doubted are not all.
    fn struct_of(&mut self, parameter: &Parameter, members: &Members, path: &[&str]) -> Type {
        let is_doubtful = parameter.certainty(Aspect::Members) == Certainty::Doubtful;
        self.object(members, members.more || is_doubtful, path)
    }

    fn of_choice(&mut self, choice: Kinds, parameter: &Parameter, path: &[&str]) -> Type {
        let ids = || Type::List(Box::new(sense::integer(parameter)));
        let text = ("Text", Type::Text);
        let variants = match choice {
            Kinds::ObjectOrList => return self.of_array(parameter, path),
            Kinds::IntegerOrText => [("Integer", sense::integer(parameter)), text],
            Kinds::DoubleOrText | Kinds::DoubleOrDateTime => [("Double", Type::Double), text],
            Kinds::BooleanOrText => [("Boolean", Type::Boolean), text],
            Kinds::ListOrText if sense::integer(parameter) == Type::Unsigned => [text, ("List", ids())],
            Kinds::ListOrText => [text, ("List", Type::List(Box::new(Type::Text)))],
            Kinds::ObjectOrText => match self.of_object(parameter, path) {
                Type::Map(_) if sense::is_in_languages(parameter) => {
                    [text, ("Languages", Type::Map(Box::new(Type::Text)))]
                }
                Type::Map(value) if *value == Type::Untyped => return Type::Untyped,
                object => [text, ("Object", object)],
            },
            Kinds::BooleanOrObject => [
                ("Boolean", Type::Boolean),
                ("Object", self.of_object(parameter, path)),
            ],
            Kinds::IntegerOrObject => [
                ("Integer", sense::integer(parameter)),
                ("Object", self.of_object(parameter, path)),
            ],
            Kinds::IntegerOrList => [("Integer", sense::integer(parameter)), ("List", ids())],
            // They are one type each.
            Kinds::BooleanOrInteger => return Type::Boolean,
            Kinds::DateOrDateTime | Kinds::DateTimeOrText => return Type::Text,
        };
        self.choice(&variants)
    }

    /// An object with rows, such as the blocks of an attachment, where these may stand alone.
    fn object_or_rows(&mut self, parameter: &Parameter, path: &[&str]) -> Option<Type> {
        let (rows, members) = sense::rows(parameter)?;
        let Type::Item(object) = self.struct_of(parameter, members, path) else {
            return None;
        };
        let declared = self.items.iter().find(|item| item.name() == object);
        let rows = match declared? {
            Item::Object(declared) => declared.fields.iter().find_map(|field| field.of(&rows.name))?,
            Item::Values(_) | Item::Choice(_) => return None,
        };
        let rows = (rows.name.clone(), rows.ty.clone());
        let mut variants = vec![("Object", Type::Item(object.clone())), ("List", rows.1)];
        if parameter.kind == Kind::Either(Kinds::ObjectOrText) {
            variants.insert(0, ("Text", Type::Text));
        }
        let name = self
            .names
            .of_kind(&object, &format!("Or{}", pascal(&words(&rows.0))));
        let variants = variants
            .into_iter()
            .map(|(name, ty)| (name.to_owned(), ty))
            .collect();
        self.items.push(Item::Choice(Choice {
            name: name.clone(),
            variants,
        }));
        Some(Type::Item(name))
    }

    /// What PHP calls an array: an object, or a list.
    fn of_array(&mut self, parameter: &Parameter, path: &[&str]) -> Type {
        match self.of_object(parameter, path) {
            Type::Item(object) if sense::is_plural(parameter) => Type::List(Box::new(Type::Item(object))),
            Type::Map(_) if sense::is_of_ids(parameter) => Type::List(Box::new(Type::Unsigned)),
            Type::Map(value) if *value == Type::Untyped => Type::Untyped,
            other => other,
        }
    }

    /// An enum of types; the same types make the same enum.
    fn choice(&mut self, variants: &[(&str, Type)]) -> Type {
        let variants: Vec<_> = variants
            .iter()
            .map(|(name, ty)| ((*name).to_owned(), ty.clone()))
            .collect();
        let known = self.items.iter().find_map(|item| match item {
            Item::Choice(choice) if choice.variants == variants => Some(choice.name.clone()),
            _ => None,
        });
        if let Some(name) = known {
            return Type::Item(name);
        }
        let kinds: Vec<&str> = variants.iter().map(|(name, _)| name.as_str()).collect();
        let name = self.names.of_kind(&self.name, &kinds.join("Or"));
        self.items.push(Item::Choice(Choice {
            name: name.clone(),
            variants,
        }));
        Type::Item(name)
    }
}

fn date(dates: Dates, jiff: &'static str, chrono: &'static str) -> Type {
    match dates {
        Dates::Text => Type::Text,
        Dates::Jiff => Type::Date(jiff),
        Dates::Chrono => Type::Date(chrono),
    }
}

/// Whether serde writes a value of the type otherwise than the kind wants it.
pub(super) fn is_written_otherwise(ty: &Type, kind: &Kind) -> bool {
    match (ty, kind) {
        (Type::Boolean, Kind::YesNo | Kind::OneZero)
        | (Type::Signed | Type::Unsigned, Kind::Text)
        | (Type::Date(_), _) => true,
        (Type::List(ty), Kind::List(kind)) | (Type::Map(ty), Kind::Map(kind)) => {
            is_written_otherwise(ty, kind)
        }
        _ => false,
    }
}

/// What a method answers, and under which key: `None` where it is anything.
pub(super) fn answer(method: &Method) -> (Option<Type>, Option<String>) {
    let Some(shape) = method.result.as_ref().filter(|shape| !shape.doubtful) else {
        return (None, None);
    };
    let is_new = ["add", "create", "register"].iter().any(|word| {
        let last = method.name.rsplit('.').next().unwrap_or_default();
        last.eq_ignore_ascii_case(word)
    });
    (returned(&shape.kind, is_new), shape.key.clone())
}

fn returned(kind: &Kind, is_new: bool) -> Option<Type> {
    let ty = match kind {
        Kind::Integer if is_new => Type::Id,
        Kind::Integer => Type::Signed,
        Kind::Double => Type::Double,
        Kind::Text | Kind::Date | Kind::DateTime => Type::Text,
        Kind::Boolean | Kind::YesNo | Kind::OneZero => Type::Boolean,
        Kind::List(item) => Type::List(Box::new(returned(item, false).unwrap_or(Type::Untyped))),
        Kind::Map(value) => Type::Map(Box::new(returned(value, false).unwrap_or(Type::Untyped))),
        Kind::Object | Kind::File | Kind::Any | Kind::Either(_) => return None,
    };
    Some(ty)
}
