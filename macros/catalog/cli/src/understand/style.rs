//! The writing of names: a page that is linked to may show fields as they are answered.

use b24_catalog::{Members, Parameter};

/// Gives names the writing that the examples send, `responsibleId` as `RESPONSIBLE_ID`, where all keys
/// that examples have agree in that.
pub(super) fn restyle<'a>(members: &mut Members, keys: impl Iterator<Item = &'a str>) {
    let mut shown = 0;
    for key in keys {
        let same = |member: &&Parameter| {
            member.name.eq_ignore_ascii_case(&key.replace('_', "")) || member.name == key
        };
        let Some(member) = members.list.iter().find(same) else {
            continue;
        };
        if capitals(&member.name) != key {
            return;
        }
        shown += usize::from(member.name != key);
    }
    if shown > 0 {
        for member in &mut members.list {
            member.name = capitals(&member.name);
        }
    }
}

/// `responsibleId` as `RESPONSIBLE_ID`; what has capitals only stays.
fn capitals(name: &str) -> String {
    let mut capitals = String::new();
    let has_small = name.chars().any(|letter| letter.is_ascii_lowercase());
    for letter in name.chars() {
        if has_small && letter.is_ascii_uppercase() && !capitals.is_empty() && !capitals.ends_with('_') {
            capitals.push('_');
        }
        capitals.push(letter.to_ascii_uppercase());
    }
    capitals
}

#[cfg(test)]
mod tests {
    use b24_catalog::Kind;

    use super::*;

    fn of(names: &[&str], keys: &[&str]) -> Vec<String> {
        let mut members = Members::default();
        for name in names {
            members.list.push(Parameter::new(*name, Kind::Text));
        }
        restyle(&mut members, keys.iter().copied());
        members.list.into_iter().map(|member| member.name).collect()
    }

    #[test]
    fn names_are_written_as_they_are_sent() {
        assert_eq!(
            of(
                &["TITLE", "responsibleId", "id"],
                &["TITLE", "RESPONSIBLE_ID", "UF_X"]
            ),
            ["TITLE", "RESPONSIBLE_ID", "ID"]
        );
    }

    #[test]
    fn without_agreement_they_stay() {
        let names = ["title", "responsibleId"];
        for keys in [
            &["title"][..],
            &["TITLE", "responsibleId"],
            &["Title"],
            &["OTHER"],
            &[],
        ] {
            assert_eq!(of(&names, keys), names, "{keys:?}");
        }
    }
}
