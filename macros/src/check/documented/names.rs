//! Which documented parameter a field is.

use b24_catalog::{Api, Aspect, Certainty, Members, Parameter, find};
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use super::lookup::other;
use super::{Documented, Hardness};
use crate::case::{Case, snake};
use crate::errors::Errors;
use crate::model::At;
use crate::parse::FieldOptions;
use crate::suggest::closest;

/// A field's name on the wire, and what is documented of it.
pub(in crate::check) struct Named {
    pub(in crate::check) wire: At<String>,
    pub(in crate::check) facts: Option<Box<Parameter>>,
    /// The documented name for which another is probably a slip; that of one that is said to be unlisted.
    pub(in crate::check) meant: Option<String>,
}

pub(super) fn of(
    ident: &Ident,
    options: &FieldOptions,
    documented: &Documented,
    errors: &mut Errors,
) -> Named {
    let members = &documented.members;
    let name = ident.unraw().to_string();
    let rename = options.rename.as_ref();
    let span = rename.map_or(ident.span(), |rename| rename.span);
    let found = match rename {
        Some(rename) => written(&rename.value, members),
        None => spelled(&name, members),
    };
    let Some((wire, facts)) = found else {
        let wire = rename.map_or_else(|| style(members).apply(&name), |rename| rename.value.clone());
        let meant = match options.unlisted {
            Some(_) => None,
            None => unknown(&wire, span, documented, errors),
        };
        return Named {
            wire: At::new(wire, span),
            facts: None,
            meant,
        };
    };
    let whole = &documented.whole;
    if let Some(unlisted) = &options.unlisted {
        // An open key is known as one only.
        if !facts.is_open() {
            let message = format!("{whole} documents `{}`: remove `unlisted`", facts.name);
            errors.warn(unlisted.span, "unlisted", message);
        }
        return Named {
            wire: At::new(wire, span),
            facts: None,
            meant: Some(facts.name.clone()),
        };
    }
    if wire != facts.name && !facts.is_open() && !facts.spellings.contains(&wire) {
        let message = format!(
            "{whole} documents `{}`, not `{wire}`: some methods tell letters of different case apart",
            facts.name
        );
        errors.warn(span, "rename", message);
    }
    if facts.deprecated {
        let noun = documented.noun;
        let message = format!("the {noun} `{}` of {whole} is deprecated by Bitrix24", facts.name);
        errors.warn(span, noun, message);
    }
    Named {
        wire: At::new(wire, span),
        facts: Some(Box::new(facts.clone())),
        meant: None,
    }
}

/// The name on the wire of a field of that name.
pub(super) fn usual(name: &str, members: &Members) -> String {
    spelled(name, members).map_or_else(|| style(members).apply(name), |(wire, _)| wire)
}

/// What a name on the wire stands for; it is sent as it was written.
fn written<'a>(name: &str, members: &'a Members) -> Option<(String, &'a Parameter)> {
    members.find(name).map(|facts| (name.to_owned(), facts))
}

/// What the name of a field stands for, and its name on the wire.
fn spelled<'a>(name: &str, members: &'a Members) -> Option<(String, &'a Parameter)> {
    let listed = members.find(name).filter(|facts| !facts.is_open());
    if let Some(facts) = listed {
        return Some((on_the_wire(facts, members), facts));
    }
    let usual = style(members);
    let styles = [usual].into_iter().chain(Case::ALL.map(|(_, style)| style));
    styles.map(|style| style.apply(name)).find_map(|wire| {
        let open = members.open.iter().find(|open| open.covers(&wire))?;
        Some((wire, open))
    })
}

/// The documented name; or that of the examples, where none of them has the documented one.
fn on_the_wire(facts: &Parameter, members: &Members) -> String {
    let is_doubtful = facts.certainty(Aspect::Name) == Certainty::Doubtful;
    let is_free = |name: &&String| members.list.iter().all(|other| other.name != **name);
    let shown = facts.spellings.first().filter(|_| is_doubtful).filter(is_free);
    shown.unwrap_or(&facts.name).clone()
}

/// The style that most of the names have: of those of several words, where there are any. `start` and
/// `sort` are in small letters in every method.
fn style(members: &Members) -> Case {
    let names = members
        .list
        .iter()
        .map(|member| (snake(&member.name), member.name.as_str()));
    let (several, single): (Vec<_>, Vec<_>) = names.partition(|(words, _)| words.contains('_'));
    let names = if several.is_empty() { single } else { several };
    let fitting = |style: Case| {
        names
            .iter()
            .filter(|(words, name)| style.apply(words) == *name)
            .count()
    };
    // Of several with as many, the first: one word in small letters is in three styles.
    let styles = [
        Case::ScreamingSnake,
        Case::Camel,
        Case::Snake,
        Case::Pascal,
        Case::Upper,
        Case::Lower,
    ];
    let (_, style) = styles
        .into_iter()
        .fold((0, Case::ScreamingSnake), |(most, best), style| {
            let count = fitting(style);
            if count > most {
                (count, style)
            } else {
                (most, best)
            }
        });
    style
}

/// Reports it, and gives the name that is suggested.
fn unknown(wire: &str, span: Span, documented: &Documented, errors: &mut Errors) -> Option<String> {
    let Documented {
        whole, noun, members, ..
    } = documented;
    let names = members.list.iter().chain(&members.open);
    let meant = closest(wire, names.map(|member| member.name.as_str()));
    let suggestion = meant.map_or_else(String::new, |name| format!("; did you mean `{name}`?"));
    let hint = meant
        .is_none()
        .then(|| of_the_other_version(wire, documented))
        .flatten();
    let message = format!(
        "{whole} has no {noun} `{wire}`{suggestion}{}\nfor a {noun} that Bitrix24 does not document, add `#[b24(unlisted)]`",
        hint.unwrap_or_default()
    );
    match documented.unknown {
        Hardness::Pass => {}
        Hardness::Warn => errors.warn(span, noun, message),
        Hardness::Refuse => errors.at(span, message),
    }
    meant.map(str::to_owned)
}

/// What to do where the other version of the method has the parameter.
fn of_the_other_version(wire: &str, documented: &Documented) -> Option<&'static str> {
    let (name, api) = documented.method.as_ref()?;
    find(name, other(*api))?.parameters.find(wire)?;
    Some(match api {
        Api::V2 => "\nthe method of REST 3 has it: for that, add `api = 3`",
        Api::V3 => "\nthe method of version 2 has it: for that, remove `api = 3`",
    })
}
