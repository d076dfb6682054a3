//! Members that follow from what a row says, and those of two pages as one.

use b24_catalog::{Aspect, Certainty, Choice, Kind, Members, Parameter};

use super::super::row::Entry;
use super::super::words::{BY_LANGUAGE, has};

/// Whether it is a text in several languages, or may be one.
pub(super) fn is_by_language(kind: &Kind, entry: &Entry<'_>) -> bool {
    let is_typed = entry
        .types
        .iter()
        .any(|ty| ty.name.eq_ignore_ascii_case("lang_map"));
    let may_be = *kind == Kind::Either(Choice::ObjectOrText);
    is_typed || may_be && entry.text.iter().any(|line| has(&line.text, BY_LANGUAGE))
}

/// The keys are the languages.
pub(super) fn texts_by_language() -> Members {
    Members {
        open: vec![Parameter::new("*", Kind::Text)],
        ..Members::default()
    }
}

/// Adds what another page tells to what this one does. A page that names most of it needs no other.
pub(super) fn add(members: &mut Members, others: Members) {
    if !members.list.is_empty() && others.list.len() < 2 * members.list.len() {
        return;
    }
    for other in others.list {
        match members
            .list
            .iter_mut()
            .find(|known| is_same(&known.name, &other.name))
        {
            // A list of keys tells no kinds.
            Some(known) if known.kind == Kind::Any => {
                if other.certainty(Aspect::Kind) != Certainty::Doubtful {
                    known.kind = other.kind;
                }
                known.values = known.values.take().or(other.values);
                known.members = known.members.take().or(other.members);
            }
            Some(_) => {}
            None => members.list.push(other),
        }
    }
    members.open.extend(others.open);
    members.any_of.extend(others.any_of);
    members.more |= others.more;
}

/// Whether two names differ by their writing only.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.replace('_', "").to_lowercase();
    bare(one) == bare(other)
}

/// The members of an open parameter that are keys of its own, and no members.
pub(super) fn listed(open: &mut Parameter) -> Option<Vec<Parameter>> {
    let members = open.members.as_ref()?;
    let own = members.list.iter().all(|member| open.covers(&member.name));
    // Any key is covered where nothing of it is known.
    if !own || members.list.is_empty() || open.name.starts_with('*') {
        return None;
    }
    open.members.take().map(|members| members.list)
}
