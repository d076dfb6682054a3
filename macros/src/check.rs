//! A declaration into a model: every contradiction is reported, and left out.

mod bounds;
mod codes;
mod documented;
mod enumeration;
mod field;
mod kind;
mod list;
mod name;
mod received;
mod relations;
mod tagged;
mod untagged;

use b24_catalog::Api;
use proc_macro2::Ident;
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Path;
use syn::ext::IdentExt;

use crate::case::Case;
use crate::errors::Errors;
use crate::model::{AnyObject, At, Direction, Effect, Field, Method, Object, Parameter, Role, Structure};
use crate::parse::{Declaration, MethodOptions, ObjectDeclaration, ObjectOptions};
use crate::runtime::Runtime;
use documented::{Documented, Names};
pub(crate) use enumeration::check as enumeration;
use list::Lists;

/// What is written where a method is not documented.
const OF_METHOD: &str = "for a method that Bitrix24 does not document, add `unlisted`";
const OF_OBJECT: &str =
    "for a method that Bitrix24 does not document, leave out the method and the parameter";

/// Checks the declaration of a method against itself, and against what is documented.
pub(crate) fn method(declaration: Declaration<MethodOptions>, errors: &mut Errors) -> Method {
    let (structure, options) = declaration.take_options();
    let facts = options
        .name
        .as_ref()
        .filter(|name| name::check(name, errors))
        .and_then(|name| {
            let facts = documented::method(name, &options.catalog, OF_METHOD, errors)?;
            documented::deprecation(&facts, name, errors);
            Some(Box::new(facts))
        });
    let documented = facts.as_ref().map(|facts| Documented::of_method(facts));
    let ident = &structure.ident;
    let codes_ident = options.errors_name.map_or_else(
        || format_ident!("{}Code", ident.unraw(), span = ident.span()),
        |name| name.value,
    );
    let shared = Shared {
        krate: options.krate,
        names: names(documented, options.rename_all, errors),
        tracked: options.catalog.facts.filter(documented::is_there),
        default: options.default,
        expectations: &field::OF_METHOD,
    };
    let written = options.name.map_or_else(String::new, |name| name.value);
    let effect = options.effect.map(|effect| effect.value);
    let codes = options.errors.map_or_else(Vec::new, |codes| codes.value);
    let at = options.at.and_then(|at| member(at, errors));
    let api = options.catalog.api.map_or(Api::V2, |api| api.value);
    let codes = codes::check(codes, facts.as_deref(), errors);
    let mut structure = self::structure(structure, shared, errors);
    let lists = Lists {
        api,
        at: at.as_deref(),
        facts: facts.as_deref(),
        structure: &structure,
    };
    let list = list::check(options.list, &lists, errors);
    structure.warnings.extend(errors.take_warnings());
    Method {
        list,
        at,
        codes,
        codes_ident,
        name: facts.as_ref().map_or(written, |facts| facts.name.clone()),
        api,
        effect: effect
            .or(facts.as_ref().map(|facts| facts.effect))
            .unwrap_or(Effect::Write),
        returns: options.returns.map(|returns| returns.value),
        structure,
        facts,
    }
}

/// How the fields are named: as documented, or in a style.
fn names(documented: Option<Documented>, style: Option<At<Case>>, errors: &mut Errors) -> Names {
    match (documented, style) {
        (Some(documented), style) => {
            if let Some(style) = style {
                let message = format!(
                    "the names of {} are documented, and each field finds its own: remove `rename_all`",
                    documented.whole
                );
                errors.at(style.span, message);
            }
            Names::Documented(Box::new(documented))
        }
        (None, style) => Names::Style(style.map_or(Case::ScreamingSnake, |style| style.value)),
    }
}

/// Checks the declaration of an object against itself.
pub(crate) fn object(declaration: ObjectDeclaration, errors: &mut Errors) -> AnyObject {
    let declaration = match declaration {
        ObjectDeclaration::Struct(declaration) => declaration,
        ObjectDeclaration::Union(mut declaration) if declaration.options.of.is_some() => {
            if let Some((method, _)) = declaration.options.of.take() {
                let message = "names are compared with the documentation in a struct, and an enum has none: name the \
                               method and the parameter on the structs that are its variants";
                errors.at(method.span, message);
            }
            return object(ObjectDeclaration::Union(declaration), errors);
        }
        ObjectDeclaration::Union(declaration) if declaration.options.untagged.is_some() => {
            return AnyObject::Untagged(Box::new(untagged::check(declaration, errors)));
        }
        ObjectDeclaration::Union(declaration) => {
            return AnyObject::Tagged(Box::new(tagged::check(declaration, errors)));
        }
    };
    let (structure, options) = declaration.take_options();
    let of_enums = [
        ("tag", options.tag.as_ref().map(|tag| tag.span)),
        ("content", options.content.as_ref().map(|content| content.span)),
        (
            "untagged",
            options.untagged.as_ref().map(|untagged| untagged.span),
        ),
    ];
    for (option, given) in of_enums {
        if let Some(span) = given {
            let message = format!("`{option}` is for an enum, which is one of several: remove it here");
            errors.at(span, message);
        }
    }
    let direction = direction(&options, errors);
    if !direction.is_sent() {
        received::check(&structure.fields, &options, errors);
    }
    let documented = parameter(&options, errors);
    let shared = Shared {
        krate: options.krate,
        names: names(documented, options.rename_all, errors),
        tracked: options.catalog.facts.filter(documented::is_there),
        default: options.default,
        expectations: &field::OF_OBJECT,
    };
    AnyObject::Struct(Box::new(Object {
        structure: self::structure(structure, shared, errors),
        direction,
    }))
}

/// What is documented of the parameter for which an object stands.
fn parameter(options: &ObjectOptions, errors: &mut Errors) -> Option<Documented> {
    let Some((method, path)) = &options.of else {
        let alone = [
            ("api", options.catalog.api.as_ref().map(|api| api.span)),
            ("facts", options.catalog.facts.as_ref().map(|facts| facts.span)),
        ];
        for (option, given) in alone {
            if let Some(span) = given {
                let message = format!(
                    "`{option}` is about a method, and none is named: write `#[b24_object(\"crm.deal.add\", \"fields\", {option} = ...)]`"
                );
                errors.at(span, message);
            }
        }
        return None;
    };
    if let (Some(_), None) = (&options.result, &options.parameter) {
        let message =
            "results are not compared with the documentation: leave out the method and the parameter";
        errors.at(method.span, message);
        return None;
    }
    if !name::check(method, errors) {
        return None;
    }
    let facts = documented::method(method, &options.catalog, OF_OBJECT, errors)?;
    documented::place(&facts, path, errors)
}

fn direction(options: &ObjectOptions, errors: &mut Errors) -> Direction {
    match (&options.parameter, &options.result) {
        (Some(_), Some(result)) => {
            errors.at(
                result.span,
                "what is both is declared without `parameter` and `result`: remove both",
            );
            Direction::Both
        }
        (Some(_), None) => Direction::Sent,
        (None, Some(_)) => Direction::Received,
        (None, None) => Direction::Both,
    }
}

/// The options that methods and objects share.
struct Shared {
    krate: Option<At<Path>>,
    names: Names,
    tracked: Option<At<String>>,
    default: Option<At<()>>,
    expectations: &'static field::Expectations,
}

fn structure(declaration: Declaration<()>, shared: Shared, errors: &mut Errors) -> Structure {
    let Declaration {
        vis,
        ident,
        generics,
        lints,
        options: (),
        fields,
        shapeless,
    } = declaration;
    let mut relations = relations::check(&fields, errors);
    let has_default = shared.default.is_some();
    let noun = shared.expectations.noun;
    let fields: Vec<Field> = fields
        .into_iter()
        .map(|declared| field::check(declared, &shared.names, has_default, shared.expectations, errors))
        .collect();
    distinct_names(&fields, noun, errors);
    if !shapeless {
        relations.extend(shared.names.whole(&ident, &fields, &relations, errors));
    }
    if let Some(default) = &shared.default {
        no_required_fields(default, &fields, errors);
    }
    Structure {
        krate: krate(&ident, shared.krate),
        default: has_default,
        vis,
        ident,
        generics,
        lints,
        noun,
        fields,
        relations,
        shapeless,
        stands_for: shared.names.whose(),
        tracked: shared.tracked,
        warnings: errors.take_warnings(),
    }
}

/// The member of `result` that holds what is returned.
fn member(at: At<String>, errors: &mut Errors) -> Option<String> {
    if at.value.is_empty() {
        errors.at(
            at.span,
            "the name of the member is empty: write it as the documentation does, `at = \"task\"`",
        );
        return None;
    }
    if let Some(member) = at.value.strip_prefix("result.") {
        errors.at(
            at.span,
            format!("the member is looked for in `result` already: write `{member}`"),
        );
        return None;
    }
    Some(at.value)
}

/// The path of the runtime; where none is written, one that belongs to the item's name.
fn krate(ident: &Ident, written: Option<At<Path>>) -> Runtime {
    Runtime::new(written.map_or_else(
        || quote_spanned!(ident.span()=> ::b24),
        |path| path.value.to_token_stream(),
    ))
}

/// Two fields with one name would overwrite each other without a word.
fn distinct_names(fields: &[Field], noun: &str, errors: &mut Errors) {
    let mut seen: Vec<(&str, &Parameter, &Ident)> = Vec::new();
    for field in fields {
        let Role::Parameter(parameter) = &field.role else {
            continue;
        };
        let At { value: wire, span } = &parameter.wire;
        let same = |known: &Parameter| {
            let names = known.documented_name().zip(parameter.documented_name());
            names.is_some_and(|(one, other)| one == other)
        };
        let same = seen.iter().find(|(name, known, _)| name == wire || same(known));
        match same {
            Some((name, _, other)) if name == wire => errors.at(
                *span,
                format!(
                    "`{wire}` is also the name on the wire of the field `{other}`: declare each {noun} once"
                ),
            ),
            Some((name, _, other)) => errors.at(
                *span,
                format!(
                    "`{wire}` is another spelling of `{name}`, which is the field `{other}`: declare each {noun} once"
                ),
            ),
            None => seen.push((wire, parameter, &field.ident)),
        }
    }
}

fn no_required_fields(default: &At<()>, fields: &[Field], errors: &mut Errors) {
    if let Some(field) = fields.iter().find(|field| field.is_required()) {
        let message = format!(
            "there is no `Default` where a field is required, as `{}` is: remove `default` here, or `required` there",
            field.ident
        );
        errors.at(default.span, message);
    }
}
