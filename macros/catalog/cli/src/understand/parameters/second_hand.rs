//! What another page tells is not sure here.

use b24_catalog::{Aspect, Certainty, Members, Need, Parameter, Values};

use super::super::describe::doubt;

/// What members are told for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// A structure, wherever it is used.
    Type,
    /// The fields of something, as a method lists them.
    Fields,
    /// Another method's.
    Method,
}

/// Facts of another page, of which none is sure.
pub(super) fn second_hand(mut members: Members, side: Side) -> Members {
    // An object that has its own id is one that is answered.
    let is_read = side == Side::Fields || side == Side::Type && members.find("id").is_some();
    for member in members.list.iter_mut().chain(&mut members.open) {
        weaken(member, side, is_read);
    }
    members.more |= is_read;
    if is_read {
        members.any_of.clear();
    }
    members
}

/// A fact that is likely at most. Of what is answered, little more than the name is left.
pub(super) fn weaken(member: &mut Parameter, side: Side, is_read: bool) {
    if is_read {
        *member = Parameter {
            values: member.values.take().map(|values| Values { open: true, ..values }),
            deprecated: member.deprecated,
            doubts: vec![(Aspect::Kind, Certainty::Doubtful)],
            ..Parameter::new(std::mem::take(&mut member.name), member.kind.clone())
        };
        return;
    }
    if member.need == Need::Required && side == Side::Method {
        member.need = Need::Sometimes;
    }
    for (aspect, told) in [
        (Aspect::Kind, true),
        (Aspect::Need, member.need != Need::Optional),
        (Aspect::Default, member.default.is_some()),
        (Aspect::Values, member.values.is_some()),
        (
            Aspect::Bounds,
            !(member.range.is_empty() && member.length.is_empty() && member.items.is_empty()),
        ),
        (Aspect::Members, member.members.is_some()),
    ] {
        if told {
            doubt(member, aspect, Certainty::Likely);
        }
    }
    for inner in member.members.iter_mut().flat_map(|members| &mut members.list) {
        weaken(inner, side, false);
    }
}
