//! The text of one row.

use std::io::Write as _;

use super::shape::{Field, Kind};
use crate::rest::iso_date;

/// The last moment that a row was made at: before that of any clock.
const LATEST: i64 = 1_767_200_000;

/// How far rows go back: three years.
const YEARS: u64 = 3 * 365 * 86_400;

/// Writes a row's fields as the server writes them.
pub(super) fn write<'a>(out: &mut Vec<u8>, id: u64, fields: impl IntoIterator<Item = &'a Field>) {
    let chance = mixed(id);
    out.push(b'{');
    for (place, field) in fields.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        out.push(b'"');
        out.extend_from_slice(field.name.as_bytes());
        out.extend_from_slice(b"\":");
        // Fields of one kind are to differ.
        value(
            out,
            id,
            chance.rotate_left(u32::try_from(place).unwrap_or_default() * 7),
            field.kind,
        );
    }
    out.push(b'}');
}

fn value(out: &mut Vec<u8>, id: u64, chance: u64, kind: Kind) {
    let (whole, cents) = (chance % 100_000, chance / 100_000 % 100);
    let user = chance % 100 + 1;
    // Writing to memory does not fail.
    drop(match kind {
        Kind::Id => write!(out, "{id}"),
        Kind::TextId => write!(out, "\"{id}\""),
        Kind::Fixed(json) => out.write_all(json.as_bytes()),
        Kind::OneOf(choices) => out.write_all(chosen(choices, chance).as_bytes()),
        Kind::Title(words) if id.is_multiple_of(7) => {
            write!(out, r#""{words} №\u003C{id}\u003E A\/B \u0026 C""#)
        }
        Kind::Title(words) => write!(out, "\"{words} {id}\""),
        Kind::TextMoney => write!(out, "\"{whole}.{cents:02}\""),
        // As PHP writes a float: no zeros at the end.
        Kind::Money if cents == 0 => write!(out, "{whole}"),
        Kind::Money if cents.is_multiple_of(10) => write!(out, "{whole}.{}", cents / 10),
        Kind::Money => write!(out, "{whole}.{cents:02}"),
        Kind::TextUser => write!(out, "\"{user}\""),
        Kind::User => write!(out, "{user}"),
        Kind::Date => {
            let back = i64::try_from(chance % YEARS).unwrap_or_default();
            write!(out, "\"{}\"", iso_date(LATEST - back))
        }
        Kind::Email => write!(out, "\"user{id}@sandbox.example\""),
        Kind::Property => write!(out, r#"{{"{}":"{whole}"}}"#, id + 3_000),
    });
}

fn chosen<'a>(choices: &[&'a str], chance: u64) -> &'a str {
    let count = u64::try_from(choices.len()).unwrap_or(1).max(1);
    let place = usize::try_from(chance % count).unwrap_or_default();
    choices.get(place).copied().unwrap_or("null")
}

/// What looks like chance and follows from the number: the finish of a splitmix generator.
fn mixed(id: u64) -> u64 {
    let mut bits = id.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ bits >> 31
}
