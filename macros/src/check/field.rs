//! One field: its wire name, and whether its options agree with each other.

use std::fmt::Display;

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::documented::{self, Named, Names};
use super::{bounds, kind};
use crate::errors::Errors;
use crate::model::{At, Field, Kind, Number, Parameter, Role, Rules, Start};
use crate::parse::{Allowed, Default, FieldDeclaration, FieldOptions, Literal};
use crate::suggest::did_you_mean;

/// What the fields of a struct must not be called.
pub(super) struct Expectations {
    /// Methods that the struct gets.
    generated: &'static [&'static str],
    /// Names on the wire that the portal takes for itself.
    reserved: &'static [&'static str],
    /// What the fields are.
    pub(super) noun: &'static str,
}

pub(super) const OF_METHOD: Expectations = Expectations {
    generated: &["new", "validate", "call"],
    reserved: &RESERVED,
    noun: "parameter",
};

pub(super) const OF_OBJECT: Expectations = Expectations {
    generated: &["new"],
    reserved: &[],
    noun: "member",
};

/// Lower-case names at the top level that the portal takes for itself.
const RESERVED: [&str; 9] = [
    "auth",
    "access_token",
    "auth_connector",
    "aplogin",
    "ap",
    "sessid",
    "state",
    "method",
    "token",
];

/// `default`: whether the struct gets `Default` too.
pub(super) fn check(
    declared: FieldDeclaration,
    names: &Names,
    default: bool,
    expectations: &Expectations,
    errors: &mut Errors,
) -> Field {
    let FieldDeclaration {
        ident,
        ty,
        docs,
        options,
        broken,
    } = declared;
    let before = errors.count();
    let (name, noun) = (ident.unraw().to_string(), expectations.noun);
    let generated = expectations.generated.contains(&name.as_str()) || (default && name == "default");
    if generated {
        let rename = if options.skip.is_some() || options.rename.is_some() {
            String::new()
        } else {
            format!(", and add `#[b24(rename = \"{}\")]`", names.usual(&name))
        };
        errors.at(
            ident.span(),
            format!("`{name}` is also a method that the struct gets: give the field another name{rename}"),
        );
    }
    let role = if let Some(skip) = &options.skip {
        let says = format!("`skip` says that the field is not a {noun}");
        nothing_beside("skip", skip, &says, &options, errors);
        Role::Skipped
    } else if let Some(flatten) = &options.flatten {
        let says = format!("`flatten` says that the field is a map or an object of further {noun}s");
        nothing_beside("flatten", flatten, &says, &options, errors);
        Role::Flattened {
            required: options.required.is_some(),
        }
    } else {
        Role::Parameter(Box::new(parameter(&ident, &options, names, expectations, errors)))
    };
    Field {
        broken: broken || errors.count() > before,
        ident,
        ty,
        docs,
        role,
        setter: !generated,
    }
}

fn parameter(
    ident: &Ident,
    options: &FieldOptions,
    names: &Names,
    expectations: &Expectations,
    errors: &mut Errors,
) -> Parameter {
    let before = errors.count();
    let Named { wire, facts, meant } = names.name(ident, options, errors);
    if facts.is_none() && expectations.reserved.contains(&wire.value.as_str()) {
        // Of what the portal takes for itself it is no matter that it is not documented.
        errors.forget_beyond(before);
    }
    if let Some(optional) = &options.optional {
        names.not_required(facts.as_deref(), optional.span, errors);
    }
    let written = options.kind.as_ref();
    let declared = written.and_then(|written| kind::check(&written.value, errors));
    let mut rules = rules(options, errors);
    let mut kind = declared.clone();
    if let Some(facts) = &facts {
        // `kind = any` says that nothing documented of the value holds.
        if declared != Some(Kind::Any) {
            rules.known = documented::rules(facts, options, errors);
        }
        rules.secret |= facts.secret;
        kind = documented::kind(facts, options, declared, errors);
    }
    Parameter {
        kind: kind.filter(|kind| *kind != Kind::Any),
        wire: checked(wire, facts.is_some(), expectations, errors),
        start: start(options, errors),
        // Nothing documented is asked of a field that is said to be unlisted, also where it is listed now.
        optional: options.optional.is_some() || options.unlisted.is_some(),
        rules,
        facts,
        meant,
    }
}

/// Reports the first option that has no meaning beside `option`.
fn nothing_beside(option: &str, at: &At<()>, says: &str, options: &FieldOptions, errors: &mut Errors) {
    let beside = [
        ("required", options.required.is_some() && option != "flatten"),
        ("required = false", options.optional.is_some()),
        ("rename", options.rename.is_some()),
        ("kind", options.kind.is_some()),
        ("enum", options.allowed.is_some()),
        ("default", options.default.is_some()),
        ("range", options.range.is_some()),
        ("length", options.length.is_some()),
        ("items", options.items.is_some()),
        ("requires", options.requires.is_some()),
        ("conflicts", options.conflicts.is_some()),
        ("one_of", options.one_of.is_some()),
        ("validate", options.validate.is_some()),
        ("secret", options.secret.is_some()),
        ("unlisted", options.unlisted.is_some()),
        ("flatten", options.flatten.is_some()),
    ];
    if let Some((other, _)) = beside.iter().find(|(other, given)| *given && *other != option) {
        errors.at(
            at.span,
            format!("{says}, so `{other}` has no meaning: remove one of them"),
        );
    }
}

/// A name on the wire, which must be one.
fn checked(
    At { value: wire, span }: At<String>,
    documented: bool,
    expectations: &Expectations,
    errors: &mut Errors,
) -> At<String> {
    if wire.is_empty() {
        errors.at(
            span,
            "the name on the wire is empty: write it as the documentation does, `TITLE`",
        );
    } else if wire.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        errors.at(
            span,
            "the name on the wire has spaces in it: write it as the documentation does, `TITLE`",
        );
    } else if !documented && expectations.reserved.contains(&wire.as_str()) {
        errors.at(
            span,
            format!(
                "the portal takes `{wire}` for itself, and the method would not get it: {}",
                instead(&wire)
            ),
        );
    }
    At::new(wire, span)
}

fn instead(reserved: &str) -> &'static str {
    match reserved {
        "auth" | "access_token" | "token" => "the client sends the token, see `b24::Client::with_token`",
        _ => "write the parameter's name as the documentation does, `#[b24(rename = \"TITLE\")]`",
    }
}

fn start(options: &FieldOptions, errors: &mut Errors) -> Start {
    if let (Some(required), Some(_)) = (&options.required, &options.optional) {
        errors.at(required.span, "`required` is given twice: keep one of them");
    }
    match (&options.required, &options.default) {
        (Some(_), Some(default)) => {
            errors.on(
                &default.value.tokens,
                "a required field is always given, so its default has no meaning: remove `required` or `default`",
            );
            Start::Required
        }
        (Some(_), None) => Start::Required,
        (None, Some(default)) => Start::Default(default.value.tokens.clone()),
        (None, None) => Start::Absent,
    }
}

fn rules(options: &FieldOptions, errors: &mut Errors) -> Rules {
    let rules = Rules {
        secret: options.secret.is_some(),
        allowed: options.allowed.as_ref().map(|list| allowed(list, errors)),
        range: options
            .range
            .as_ref()
            .and_then(|range| bounds::range(range, errors)),
        length: options
            .length
            .as_ref()
            .and_then(|length| bounds::count(length, "characters", errors)),
        validate: options.validate.as_ref().map(|check| check.value.clone()),
        known: None,
        items: options
            .items
            .as_ref()
            .and_then(|items| bounds::count(items, "items", errors)),
    };
    if let Some(default) = &options.default {
        default_is_allowed(default, &rules, errors);
    }
    if let Some(list) = &options.allowed {
        for value in &list.value {
            allowed_within_bounds(value, &rules, errors);
        }
    }
    rules
}

fn allowed_within_bounds(At { value, span }: &At<Allowed>, rules: &Rules, errors: &mut Errors) {
    match (value, rules.range, rules.length) {
        (Allowed::Integer(number), Some(range), _) if !bounds::contains(&range, Number::Integer(*number)) => {
            errors.at(
                *span,
                format!("`{number}` is listed, but out of `range = {range}`"),
            );
        }
        (Allowed::Text(text), _, Some(length)) if !length.contains(text.chars().count()) => {
            let found = text.chars().count();
            errors.at(
                *span,
                format!("`{text}` is listed, but has {found} characters; `length` allows {length}"),
            );
        }
        _ => {}
    }
}

fn allowed(list: &At<Vec<At<Allowed>>>, errors: &mut Errors) -> Vec<At<String>> {
    if list.value.is_empty() {
        errors.at(
            list.span,
            "no value is allowed: list the allowed values, or remove `enum`",
        );
    }
    let mut values: Vec<At<String>> = Vec::new();
    for At { value, span } in &list.value {
        let text = match value {
            Allowed::Text(text) => text.clone(),
            Allowed::Integer(number) => number.to_string(),
        };
        if text.is_empty() {
            errors.at(
                *span,
                "an allowed value is empty: remove it, for what is not to be sent is a field's `None`",
            );
        } else if values.iter().any(|listed| listed.value == text) {
            errors.at(*span, format!("`{text}` is listed twice: keep one of them"));
        } else {
            values.push(At::new(text, *span));
        }
    }
    values
}

fn default_is_allowed(default: &At<Default>, rules: &Rules, errors: &mut Errors) {
    let Some(literal) = &default.value.literal else {
        return;
    };
    let mut wrong =
        |problem: &dyn Display| errors.on(&default.value.tokens, format!("the default {problem}"));
    let text = match literal {
        Literal::Text(text) => Some(text.clone()),
        Literal::Number(Number::Integer(number)) => Some(number.to_string()),
        _ => None,
    };
    let allowed = rules.allowed.iter().flatten();
    let allowed: Vec<&str> = allowed.map(|allowed| allowed.value.as_str()).collect();
    if let Some(text) = text
        && !allowed.is_empty()
        && !allowed.contains(&text.as_str())
    {
        let suggestion = match literal {
            // Numbers are not mistyped letter by letter.
            Literal::Number(_) => String::new(),
            _ => did_you_mean(&text, allowed.iter().copied()),
        };
        wrong(&format!(
            "`{text}` is not an allowed value{suggestion}\nallowed are: {}",
            allowed.join(", ")
        ));
    }
    match (literal, rules.range, rules.length, rules.items) {
        (Literal::Number(number), Some(range), _, _) if !bounds::contains(&range, *number) => {
            wrong(&format!("is out of `range = {range}`"));
        }
        (Literal::Text(text), _, Some(length), _) if !length.contains(text.chars().count()) => {
            let found = text.chars().count();
            wrong(&format!("has {found} characters; `length` allows {length}"));
        }
        (Literal::List(found), _, _, Some(items)) if !items.contains(*found) => {
            wrong(&format!("has {found} items; `items` allows {items}"));
        }
        _ => {}
    }
}
