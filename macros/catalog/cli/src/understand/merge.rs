//! Tables that describe the same object in different cases, as one.

use b24_catalog::{Aspect, Certainty, Kind, Members, Need, Parameter};

use super::describe::doubt;

/// Adds what the next table of a section says. It goes on with the one before, unless it has a name of
/// that again: then it is of another case.
pub(super) fn join(members: &mut Members, other: Members) {
    let has = |name: &str| members.list.iter().any(|known| known.name == name);
    if other.list.iter().any(|parameter| has(&parameter.name)) {
        merge(members, other);
    } else {
        members.list.extend(other.list);
        members.open.extend(other.open);
        members.any_of.extend(other.any_of);
        members.more |= other.more;
    }
}

/// Adds what a table says of another case. What only one of them needs is needed sometimes.
pub(super) fn merge(members: &mut Members, other: Members) {
    if members.list.is_empty() && members.open.is_empty() {
        *members = other;
        return;
    }
    for known in &mut members.list {
        if !other.list.iter().any(|parameter| parameter.name == known.name) {
            weaken(known);
        }
    }
    for mut parameter in other.list {
        let known = members.list.iter_mut().find(|known| known.name == parameter.name);
        if let Some(known) = known {
            combine(known, parameter);
        } else {
            weaken(&mut parameter);
            members.list.push(parameter);
        }
    }
    for parameter in other.open {
        if !members.open.iter().any(|known| known.name == parameter.name) {
            members.open.push(parameter);
        }
    }
    for group in other.any_of {
        if !members.any_of.contains(&group) {
            members.any_of.push(group);
        }
    }
    members.more |= other.more;
}

fn weaken(parameter: &mut Parameter) {
    if parameter.need == Need::Required {
        parameter.need = Need::Sometimes;
    }
}

/// Keeps what both say.
fn combine(known: &mut Parameter, other: Parameter) {
    if known.need != other.need {
        known.need = Need::Sometimes;
    }
    if known.kind != other.kind {
        known.kind = Kind::either(&known.kind, &other.kind).unwrap_or(Kind::Any);
        doubt(known, Aspect::Kind, Certainty::Doubtful);
    }
    let mut gone = Vec::new();
    if known.values != other.values {
        known.values = None;
        gone.push(Aspect::Values);
    }
    if known.default != other.default {
        known.default = None;
        gone.push(Aspect::Default);
    }
    for (known, other) in [
        (&mut known.range, other.range),
        (&mut known.length, other.length),
        (&mut known.items, other.items),
    ] {
        if *known != other {
            *known = b24_catalog::Bounds::default();
        }
    }
    known.deprecated &= other.deprecated;
    for (aspect, certainty) in other.doubts {
        doubt(known, aspect, certainty);
    }
    // Of what is not said any more, nothing is doubted.
    known.doubts.retain(|(aspect, _)| !gone.contains(aspect));
    if let Some(members) = other.members {
        match &mut known.members {
            Some(known) => merge(known, members),
            None => known.members = Some(members),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(&str, Kind, Need)]) -> Members {
        let list = rows.iter().map(|(name, kind, need)| {
            let mut parameter = Parameter::new(*name, kind.clone());
            parameter.need = *need;
            parameter
        });
        Members {
            list: list.collect(),
            ..Members::default()
        }
    }

    #[test]
    fn what_both_say_stays() {
        let mut members = table(&[
            ("a", Kind::Text, Need::Required),
            ("b", Kind::Text, Need::Required),
        ]);
        merge(
            &mut members,
            table(&[
                ("a", Kind::Integer, Need::Required),
                ("c", Kind::Text, Need::Required),
            ]),
        );
        let rows: Vec<_> = members
            .list
            .iter()
            .map(|p| (p.name.as_str(), p.kind.to_string(), p.need))
            .collect();
        assert_eq!(
            rows,
            [
                ("a", "integer|text".to_owned(), Need::Required),
                ("b", "text".to_owned(), Need::Sometimes),
                ("c", "text".to_owned(), Need::Sometimes),
            ]
        );
        assert_eq!(members.list[0].certainty(Aspect::Kind), Certainty::Doubtful);
    }
}
