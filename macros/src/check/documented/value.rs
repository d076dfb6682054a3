//! What is documented of a value: its kind, which values are allowed, bounds.

use std::fmt;

use b24_catalog::{Aspect, Bounds, Certainty, Kind, Parameter};
use proc_macro2::TokenStream;

use super::Hardness;
use crate::check::bounds;
use crate::check::kind::in_words;
use crate::errors::Errors;
use crate::model::{Count, Known, Number, Range};
use crate::parse::{Allowed, FieldOptions, Literal};
use crate::suggest::did_you_mean;

/// What says that nothing documented of a value holds.
const ESCAPE: &str = "for a value that Bitrix24 does not document, add `#[b24(kind = any)]`";

/// The kind of a field: as documented, where that is sure, or as declared.
pub(in crate::check) fn kind(
    facts: &Parameter,
    options: &FieldOptions,
    declared: Option<Kind>,
    errors: &mut Errors,
) -> Option<Kind> {
    let sure = facts.certainty(Aspect::Kind) == Certainty::Sure && facts.kind != Kind::Any;
    let Some(written) = &options.kind else {
        return sure.then(|| facts.kind.clone());
    };
    match &declared {
        Some(Kind::Any) if !sure && !says_something(facts) => {
            let message = format!(
                "of the values of `{}` nothing is documented that could be checked: remove `kind = any`",
                facts.name
            );
            errors.warn(written.span, "kind", message);
        }
        Some(kind) if sure && *kind != facts.kind && *kind != Kind::Any => {
            let documented = in_words(&facts.kind);
            let message = format!(
                "`{}` is documented as `{documented}`: remove `kind`\nto send a value as its type is written, and check \
                 nothing, write `kind = any`",
                facts.name
            );
            errors.on(&written.value.tokens, message);
        }
        _ => {}
    }
    declared
}

/// Whether a value could contradict the documentation at all.
fn says_something(facts: &Parameter) -> bool {
    let values = closed(facts).is_some_and(|(_, certainty)| certainty > Certainty::Doubtful);
    values || known(facts).is_some()
}

/// What `validate` checks of a documented parameter, unless the declaration says it itself.
pub(in crate::check) fn rules(
    facts: &Parameter,
    options: &FieldOptions,
    errors: &mut Errors,
) -> Option<Known> {
    listed(facts, options, errors);
    let mut known = known(facts)?;
    default(&known, facts, options, errors);
    if options.allowed.is_some() {
        known.values = None;
    }
    if options.range.is_some() {
        known.range = None;
    }
    if options.length.is_some() {
        known.length = None;
    }
    if options.items.is_some() {
        known.items = None;
    }
    Some(known)
}

fn known(facts: &Parameter) -> Option<Known> {
    let sure = |aspect| facts.certainty(aspect) == Certainty::Sure;
    // What is `true` or `false` says its type.
    let values =
        closed(facts).filter(|(_, certainty)| *certainty == Certainty::Sure && facts.kind != Kind::Boolean);
    let bounds = sure(Aspect::Bounds);
    let known = Known {
        values: values.map(|(values, _)| values),
        range: range(facts.range).filter(|_| bounds),
        length: count(facts.length).filter(|_| bounds),
        items: count(facts.items).filter(|_| bounds),
    };
    let Known {
        values,
        range,
        length,
        items,
    } = &known;
    let any = values.is_some() || range.is_some() || length.is_some() || items.is_some();
    any.then_some(known)
}

fn range(bounds: Bounds) -> Option<Range> {
    let number = |bound: Option<i64>| bound.map(|bound| Number::Integer(bound.into()));
    (!bounds.is_empty()).then(|| Range {
        min: number(bounds.min),
        max: number(bounds.max),
        exclusive: false,
    })
}

fn count(bounds: Bounds) -> Option<Count> {
    let whole = |bound: Option<i64>| bound.and_then(|bound| usize::try_from(bound).ok());
    (!bounds.is_empty()).then(|| Count {
        min: whole(bounds.min).unwrap_or(0),
        max: whole(bounds.max).unwrap_or(usize::MAX),
    })
}

/// The values that `enum` lists.
fn listed(facts: &Parameter, options: &FieldOptions, errors: &mut Errors) {
    let Some(list) = &options.allowed else {
        return;
    };
    for value in &list.value {
        let text = match &value.value {
            Allowed::Text(text) => text.clone(),
            Allowed::Integer(number) => number.to_string(),
        };
        if let Some((hardness, message)) = undocumented(&text, facts) {
            if hardness == Hardness::Refuse {
                errors.at(value.span, message);
            } else {
                errors.warn(value.span, "value", message);
            }
        }
    }
}

/// A literal default.
fn default(known: &Known, facts: &Parameter, options: &FieldOptions, errors: &mut Errors) {
    let Some(default) = &options.default else {
        return;
    };
    let Some(literal) = &default.value.literal else {
        return;
    };
    let tokens = &default.value.tokens;
    // Its own list was compared with the default already, and with the documentation.
    if options.allowed.is_none() {
        let text = match literal {
            Literal::Text(text) => Some(text.clone()),
            Literal::Number(Number::Integer(number)) => Some(number.to_string()),
            Literal::Number(Number::Float(_)) | Literal::List(_) => None,
        };
        if let Some((Hardness::Refuse, message)) = text.and_then(|text| undocumented(&text, facts)) {
            errors.on(tokens, message);
        }
    }
    let mut out_of = |bounds: &dyn fmt::Display| beyond(tokens, bounds, facts, errors);
    match (literal, known.range, known.length, known.items) {
        (Literal::Number(number), Some(range), _, _) if !bounds::contains(&range, *number) => out_of(&range),
        (Literal::Text(text), _, Some(length), _) if !length.contains(text.chars().count()) => {
            out_of(&format!("{length} characters"));
        }
        (Literal::List(found), _, _, Some(items)) if !items.contains(*found) => {
            out_of(&format!("{items} items"));
        }
        _ => {}
    }
}

fn beyond(tokens: &TokenStream, bounds: &dyn fmt::Display, facts: &Parameter, errors: &mut Errors) {
    let message = format!(
        "the default is not what is documented of `{}`: {bounds}\n{ESCAPE}",
        facts.name
    );
    errors.on(tokens, message);
}

/// All allowed values, and how far that can be believed; of flags they are known by the kind.
fn closed(facts: &Parameter) -> Option<(Vec<String>, Certainty)> {
    if let Some(values) = facts.values.as_ref().filter(|values| !values.open) {
        return Some((values.list.clone(), facts.certainty(Aspect::Values)));
    }
    let flags = match facts.kind {
        Kind::YesNo => ["Y", "N"],
        Kind::OneZero => ["1", "0"],
        _ => return None,
    };
    Some((flags.map(str::to_owned).to_vec(), facts.certainty(Aspect::Kind)))
}

/// Why a value is not one of the documented ones, if it is not.
fn undocumented(value: &str, facts: &Parameter) -> Option<(Hardness, String)> {
    let (values, certainty) = closed(facts)?;
    if values.iter().any(|known| known == value) {
        return None;
    }
    let hardness = match certainty {
        Certainty::Doubtful => return None,
        Certainty::Likely => Hardness::Warn,
        Certainty::Sure => Hardness::Refuse,
    };
    let known = values.iter().map(String::as_str);
    let message = format!(
        "`{value}` is not a documented value of `{}`{}\ndocumented are: {}\n{ESCAPE}",
        facts.name,
        did_you_mean(value, known),
        values.join(", ")
    );
    Some((hardness, message))
}
