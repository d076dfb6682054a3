//! Fields out of parameters, and structs out of fields.

use b24_catalog::{Aspect, Certainty, Members, Method, Parameter};

use super::names::{Names, field_name, further_name, short_name};
use super::types::{Of, is_written_otherwise};
use super::{Declaration, Field, Item, Options, Role, StandsFor, Struct, Type, docs, sense, types};

/// Declares a method.
pub(super) fn declaration(method: &Method, options: &Options) -> Declaration {
    let name = options.name.clone().unwrap_or_else(|| short_name(&method.name));
    let mut names = Names::default();
    names.take(name.clone());
    // The enum of the method's error codes.
    names.take(format!("{name}Code"));
    let mut builder = Builder {
        method,
        options,
        name,
        names,
        items: Vec::new(),
    };
    // By its place, a further parameter would be another one.
    let more = method.parameters.more && !method.positional;
    let fields = builder.fields(&method.parameters, more, &[]);
    let (returns, at) = types::answer(method);
    Declaration {
        method: Struct {
            docs: docs::of_method(method),
            stands_for: StandsFor::Method {
                name: method.name.clone(),
                api: method.api,
                returns,
                at,
            },
            name: builder.name,
            fields,
        },
        items: builder.items,
    }
}

/// What is made while the parameters of one method are walked through.
pub(super) struct Builder<'a> {
    pub(super) method: &'a Method,
    pub(super) options: &'a Options,
    /// The name of the method's struct, with which all other names begin.
    pub(super) name: String,
    pub(super) names: Names,
    pub(super) items: Vec<Item>,
}

impl Builder<'_> {
    /// An object's struct, under its name; `more`: it may have other members than these.
    pub(super) fn object(&mut self, members: &Members, more: bool, path: &[&str]) -> Type {
        let name = self.names.of_path(&self.name, path);
        let place = self.items.len();
        let object = Struct {
            name: name.clone(),
            docs: docs::of_object(self.method, path),
            stands_for: StandsFor::Parameter {
                method: self.method.name.clone(),
                api: self.method.api,
                path: path.join("."),
            },
            fields: Vec::new(),
        };
        // Before its own members, which the fields bring.
        self.items.push(Item::Object(object));
        let fields = self.fields(members, more, path);
        if let Some(Item::Object(object)) = self.items.get_mut(place) {
            object.fields = fields;
        }
        Type::Item(name)
    }

    fn fields(&mut self, members: &Members, more: bool, path: &[&str]) -> Vec<Field> {
        let mut taken = Vec::new();
        let mut fields = Vec::new();
        for parameter in &members.list {
            if self.declares(parameter, path) {
                let name = field_name(&parameter.name, &taken);
                taken.push(name.clone());
                fields.push(self.field(name, parameter, members, path));
            }
        }
        let groups = sense::groups(&fields, &members.any_of);
        for (field, group) in fields.iter_mut().zip(groups) {
            if let Role::Parameter(parameter) = &mut field.role {
                parameter.group = group;
            }
        }
        for open in &members.open {
            let name = further_name(&open.name, &taken);
            taken.push(name.clone());
            fields.push(Field {
                name,
                docs: docs::of_further(open),
                ty: Type::Map(Box::new(self.unwritten(open, path))),
                role: Role::Further(open.name.clone()),
            });
        }
        let caught = |field: &Field| field.role == Role::Further("*".to_owned());
        if more && !fields.iter().any(caught) {
            fields.push(Field {
                name: further_name("*", &taken),
                docs: docs::of_more(),
                ty: Type::Map(Box::new(Type::Untyped)),
                role: Role::Further("*".to_owned()),
            });
        }
        fields
    }

    fn declares(&self, parameter: &Parameter, path: &[&str]) -> bool {
        let is_top = path.is_empty();
        // The client sends the token.
        if is_top && parameter.name == "auth" {
            return false;
        }
        // Without it, the others would be in wrong places.
        let keeps_place = is_top && self.method.positional;
        !parameter.deprecated || self.options.deprecated || sense::is_required(parameter) || keeps_place
    }

    fn field(&mut self, name: String, parameter: &Parameter, members: &Members, path: &[&str]) -> Field {
        let path = [path, &[parameter.name.as_str()]].concat();
        let top = path.len() == 1;
        let Of { ty, kind } = self.type_of(parameter, &path, top);
        let is_sure = parameter.certainty(Aspect::Kind) == Certainty::Sure;
        let tells_kind = !is_sure && is_written_otherwise(&ty, &kind);
        let found = members.find(&name).map(|found| &found.name);
        Field {
            docs: docs::of_parameter(parameter, self.tells_values(&ty)),
            role: Role::Parameter(super::Parameter {
                wire: parameter.name.clone(),
                spellings: parameter.spellings.clone(),
                rename: found != Some(&parameter.name),
                required: sense::is_required(parameter),
                group: None,
                kind: (is_sure || tells_kind).then_some(kind),
                tells_kind,
            }),
            name,
            ty,
        }
    }

    /// Whether the type says which values there are.
    fn tells_values(&self, ty: &Type) -> bool {
        match ty {
            Type::List(item) => self.tells_values(item),
            Type::Item(name) => {
                let is_one = |item: &Item| matches!(item, Item::Values(values) if values.name == *name);
                self.items.iter().any(is_one)
            }
            other => *other == Type::Boolean,
        }
    }

    /// The type of a value that is written without regard to its kind.
    fn unwritten(&mut self, open: &Parameter, path: &[&str]) -> Type {
        let path = [path, &[open.name.as_str()]].concat();
        match self.type_of(open, &path, false) {
            Of {
                ty: Type::Boolean,
                kind,
            } if is_written_otherwise(&Type::Boolean, &kind) => Type::YesNo,
            Of { ty, .. } => ty,
        }
    }
}
