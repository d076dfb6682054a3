//! What the text of a row adds to its name and its types.

use b24_catalog::{Aspect, Bounds, Certainty, Choice, Kind, Parameter, Values};

use crate::doubt::About;
use crate::page::plain;

use super::groups::Said;
use super::row::Entry;
use super::values::Stated;
use super::words::{OUTDATED, OUTDATED_END};
use super::{Notes, bounds, defaults, need, prose, secrets, values};

/// Adds to a parameter what its row says; what it says of others is returned.
///
/// `linked`: the values of a table that the row links to. `about_fields`: whether it chooses, filters or
/// sorts fields.
pub(super) fn describe(
    parameter: &mut Parameter,
    entry: &Entry<'_>,
    linked: Option<Stated>,
    about_fields: bool,
    notes: &mut Notes,
) -> Vec<Said> {
    let stated = need::need(entry.stars, &entry.text);
    parameter.need = stated.need;
    if stated.doubtful {
        notes.doubt(entry.line, About::Need, &parameter.name);
        doubt(parameter, Aspect::Need, Certainty::Doubtful);
    }
    parameter.deprecated = entry.text.iter().any(|line| is_outdated(&line.text));
    parameter.secret = secrets::is_secret(&parameter.name, &entry.text);
    prose::compare(parameter, entry, notes);
    if about_fields {
        // Its members are the fields of a list, in ways that no table tells.
        if holds(&parameter.kind) {
            doubt(parameter, Aspect::Members, Certainty::Doubtful);
        } else if prose::is_scalar(&parameter.kind) {
            notes.doubt(entry.line, About::Prose, &parameter.name);
            doubt(parameter, Aspect::Kind, Certainty::Doubtful);
        }
    } else if takes_values(&parameter.kind) {
        choose(parameter, entry, linked, notes);
        set_default(parameter, entry, notes);
        set_bounds(parameter, entry, notes);
    }
    if is_list(&parameter.kind) {
        parameter.items = bounds::items(&entry.text);
    }
    let said = [(stated.any_of, false), (stated.instead, true)];
    let said = said.into_iter().filter(|(others, _)| !others.is_empty());
    said.map(|(others, by_star)| Said {
        own: parameter.name.clone(),
        others,
        by_star,
    })
    .collect()
}

/// Whether values of the kind may have members.
pub(super) fn holds(kind: &Kind) -> bool {
    match kind {
        Kind::Object => true,
        Kind::List(item) | Kind::Map(item) => holds(item),
        Kind::Either(choice) => choice.to_string().contains("object"),
        _ => false,
    }
}

fn is_outdated(line: &str) -> bool {
    // An item of a list tells of a value, or of a case.
    let of_parameter = !line.trim_start().starts_with("- ");
    let line = plain(line).to_lowercase();
    let begins = |sentence: &str| {
        OUTDATED
            .iter()
            .any(|phrase| sentence.trim_start().starts_with(phrase))
    };
    of_parameter
        && (line.split(". ").any(begins)
            || OUTDATED_END
                .iter()
                .any(|phrase| line.trim_end().ends_with(phrase)))
}

/// Whether lists of values tell of the value itself; those of an object tell of its keys.
fn takes_values(kind: &Kind) -> bool {
    match kind {
        Kind::Integer | Kind::Double | Kind::Text | Kind::Boolean => true,
        Kind::List(item) => takes_values(item),
        Kind::Either(choice) => {
            matches!(
                choice,
                Choice::IntegerOrText
                    | Choice::DoubleOrText
                    | Choice::BooleanOrInteger
                    | Choice::BooleanOrText
            )
        }
        _ => false,
    }
}

fn is_list(kind: &Kind) -> bool {
    matches!(kind, Kind::List(_) | Kind::Either(Choice::ObjectOrList))
}

/// Two words that mean yes and no.
#[derive(Clone, Copy, PartialEq)]
enum Pair {
    YesNo,
    TrueFalse,
    OneZero,
}

fn pair(mut values: Vec<&str>) -> Option<Pair> {
    values.sort_unstable();
    values.dedup();
    match values[..] {
        ["N", "Y"] => Some(Pair::YesNo),
        ["false", "true"] => Some(Pair::TrueFalse),
        ["0", "1"] => Some(Pair::OneZero),
        _ => None,
    }
}

/// The values, and the kind that they make more exact.
fn choose(parameter: &mut Parameter, entry: &Entry<'_>, linked: Option<Stated>, notes: &mut Notes) {
    let stated = linked.or_else(|| values::values(&entry.text));
    let closed = stated.as_ref().filter(|stated| !stated.open);
    let of_list = closed.and_then(|stated| pair(stated.list.iter().map(String::as_str).collect()));
    let of_codes = || pair(values::words(&entry.text)).filter(|_| stated.is_none());
    let (pair, certainty) = match of_list {
        Some(pair) => (Some(pair), Certainty::Sure),
        None => (of_codes(), Certainty::Likely),
    };
    let is_boolean = parameter.kind == Kind::Boolean;
    let exact = match (pair, &parameter.kind) {
        (Some(Pair::YesNo), Kind::Boolean | Kind::Text) => Some(Kind::YesNo),
        (Some(Pair::TrueFalse), Kind::Boolean) => Some(Kind::Boolean),
        (Some(Pair::OneZero), Kind::Boolean) => Some(Kind::OneZero),
        (Some(Pair::OneZero), Kind::Integer) if of_list.is_some() => Some(Kind::OneZero),
        _ => None,
    };
    if let Some(kind) = exact {
        parameter.kind = kind;
        believe_kind(parameter);
        if certainty != Certainty::Sure {
            doubt(parameter, Aspect::Kind, certainty);
        }
        return;
    }
    if is_boolean {
        // Booleans are sent in three ways. Where the two words are not told, the default tells one.
        if let Some("Y" | "N") = default(entry).as_deref() {
            parameter.kind = Kind::YesNo;
            return doubt(parameter, Aspect::Kind, Certainty::Likely);
        }
        doubt(parameter, Aspect::Kind, Certainty::Doubtful);
        if stated.is_some() {
            notes.doubt(entry.line, About::BooleanValues, &parameter.name);
        }
        return;
    }
    if let Some(stated) = stated {
        set_values(parameter, stated, entry, notes);
    }
}

/// Takes back what the type alone left open.
fn believe_kind(parameter: &mut Parameter) {
    parameter
        .doubts
        .retain(|doubt| *doubt != (Aspect::Kind, Certainty::Likely));
}

fn set_values(parameter: &mut Parameter, stated: Stated, entry: &Entry<'_>, notes: &mut Notes) {
    let fits = stated.list.iter().all(|value| fits(&parameter.kind, value));
    if fits {
        if !stated.listed {
            doubt(parameter, Aspect::Values, Certainty::Likely);
        }
        if parameter.kind == Kind::Text && !stated.open {
            // Letters of a list, not a flag.
            believe_kind(parameter);
        }
    } else {
        notes.doubt(entry.line, About::ValuesKind, &parameter.name);
        doubt(parameter, Aspect::Kind, Certainty::Doubtful);
        doubt(parameter, Aspect::Values, Certainty::Doubtful);
    }
    parameter.values = Some(Values {
        list: stated.list,
        open: stated.open,
    });
}

fn set_default(parameter: &mut Parameter, entry: &Entry<'_>, notes: &mut Notes) {
    let Some(default) = default(entry) else { return };
    let listed = parameter
        .values
        .as_ref()
        .is_none_or(|values| values.open || values.list.contains(&default));
    if !listed || !fits(&parameter.kind, &default) {
        notes.doubt(
            entry.line,
            About::DefaultKind,
            &format!("{} {default}", parameter.name),
        );
        doubt(parameter, Aspect::Default, Certainty::Doubtful);
    }
    parameter.default = Some(default);
}

fn default(entry: &Entry<'_>) -> Option<String> {
    let column = entry.default.as_deref().and_then(defaults::column);
    let default = column.or_else(|| defaults::default(&entry.text));
    // What is null by default is absent.
    default.filter(|default| default != "null")
}

fn set_bounds(parameter: &mut Parameter, entry: &Entry<'_>, notes: &mut Notes) {
    let stated = bounds::bounds(&entry.text);
    match parameter.kind {
        Kind::Integer | Kind::Double => parameter.range = stated.range,
        Kind::Text => parameter.length = stated.length,
        _ => {}
    }
    let default = parameter
        .default
        .as_deref()
        .and_then(|default| default.parse::<i64>().ok());
    let Bounds { min, max } = parameter.range;
    if default
        .is_some_and(|default| min.is_some_and(|min| default < min) || max.is_some_and(|max| default > max))
    {
        notes.doubt(entry.line, About::DefaultBounds, &parameter.name);
        doubt(parameter, Aspect::Bounds, Certainty::Doubtful);
    }
}

/// Whether a literal can be a value of the kind.
fn fits(kind: &Kind, value: &str) -> bool {
    match kind {
        Kind::Integer => value.parse::<i64>().is_ok(),
        Kind::Double => value.parse::<f64>().is_ok(),
        Kind::Boolean => matches!(value, "true" | "false"),
        Kind::YesNo => matches!(value, "Y" | "N"),
        Kind::OneZero => matches!(value, "1" | "0"),
        Kind::List(item) => fits(item, value),
        _ => true,
    }
}

/// Doubts an aspect, unless it is doubted more already. The doubts stay in the order in which they are
/// written.
pub(super) fn doubt(parameter: &mut Parameter, aspect: Aspect, certainty: Certainty) {
    match parameter
        .doubts
        .iter_mut()
        .find(|(doubted, _)| *doubted == aspect)
    {
        Some((_, known)) => *known = certainty.min(*known),
        None => parameter.doubts.push((aspect, certainty)),
    }
    parameter
        .doubts
        .sort_by_key(|(aspect, certainty)| (std::cmp::Reverse(*certainty), *aspect));
}
