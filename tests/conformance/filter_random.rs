//! Whatever is given to the builders, no malformed key leaves.

use b24::{Filter, FilterV3, Order, Select};
use serde_json::Value;

/// The prefixes that the documentation has, the longer ones first.
const PREFIXES: [&str; 16] = [
    "!><", "!=%", "><", ">=", "<=", "!=", "!@", "!%", "=%", ">", "<", "=", "@", "%", "!", "?",
];

/// Pieces of names, good and bad; a bad one is no less likely than a good one.
const PIECES: [&str; 24] = [
    "ID", "title", "UF_CRM_", "9", "0", "_", ".", "a", "Z", "logic", "LOGIC", "ufCrm_7", ">", "<", "=", "!",
    "%", "@", "?", "*", " ", "ы", "\0", "[",
];

/// A linear congruential generator: the same dice in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn name(&mut self) -> String {
        let pieces = 1 + self.below(3);
        (0..pieces).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    let starts_well = !name.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    starts_well
        && !name.is_empty()
        && name.bytes().all(allowed)
        && !name.ends_with('.')
        && !name.contains("..")
}

/// Reads a written filter as a portal does, and counts its conditions.
fn conditions(filter: &Value) -> usize {
    let mut count = 0;
    for (key, value) in filter.as_object().expect("a filter is an object") {
        if key.parse::<usize>().is_ok() {
            let group = value.as_object().expect("a group is an object");
            assert!(group["logic"] == "OR" || group["logic"] == "AND");
            assert!(group.len() > 1, "a group of nothing");
            for place in 0..group.len() - 1 {
                count += conditions(&group[&place.to_string()]);
            }
            continue;
        }
        let prefix = PREFIXES.iter().find(|prefix| key.starts_with(**prefix));
        let name = key.strip_prefix(prefix.unwrap_or(&"")).unwrap();
        assert!(is_name(name) && !name.eq_ignore_ascii_case("logic"), "{key:?}");
        count += 1;
    }
    assert!(count > 0, "a filter of nothing within another");
    count
}

/// A filter of `size` steps, and how many conditions it was given.
fn random(dice: &mut Dice, size: usize, depth: usize) -> (Filter, usize) {
    let mut filter = Filter::new();
    let mut given = 0;
    for _ in 0..size {
        let name = dice.name();
        let kind = dice.below(if depth > 0 { 19 } else { 17 });
        given += usize::from(kind < 17);
        filter = match kind {
            0 => filter.is(&name, 1),
            1 => filter.not(&name, 1),
            2 => filter.equal(&name, 1),
            3 => filter.not_equal(&name, 1),
            4 => filter.greater(&name, 1),
            5 => filter.at_least(&name, 1),
            6 => filter.less(&name, 1),
            7 => filter.at_most(&name, 1),
            8 => filter.one_of(&name, [1]),
            9 => filter.none_of(&name, [1]),
            10 => filter.between(&name, 1, 2),
            11 => filter.not_between(&name, 1, 2),
            12 => filter.contains(&name, "x"),
            13 => filter.not_contains(&name, "x"),
            14 => filter.like(&name, "x"),
            15 => filter.not_like(&name, "x"),
            16 => filter.search(&name, "x"),
            kind => {
                let members: Vec<(Filter, usize)> =
                    (0..=dice.below(2)).map(|_| random(dice, 1, depth - 1)).collect();
                given += members.iter().map(|(_, given)| given).sum::<usize>();
                let members = members.into_iter().map(|(member, _)| member);
                if kind == 17 {
                    filter.any(members)
                } else {
                    filter.all(members)
                }
            }
        };
    }
    (filter, given)
}

#[test]
fn no_built_key_is_malformed_and_no_condition_is_lost() {
    let mut dice = Dice(24);
    let (mut sent, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let size = 1 + dice.below(3);
        let (filter, given) = random(&mut dice, size, 2);
        match serde_json::to_value(&filter) {
            Ok(written) => {
                assert_eq!(conditions(&written), given, "{filter:?}");
                sent += 1;
            }
            Err(_) => refused += 1,
        }
    }
    assert!(sent > 1_000 && refused > 1_000, "{sent} sent, {refused} refused");
}

#[test]
fn a_name_is_sent_as_it_is_or_refused_everywhere() {
    let mut dice = Dice(42);
    for _ in 0..20_000 {
        let name = dice.name();
        let good = is_name(&name);
        let order = serde_json::to_value(Order::new().ascending(&name));
        assert_eq!(order.is_ok(), good, "{name:?}");
        let filter = serde_json::to_value(FilterV3::new().equal(&name, 1));
        assert_eq!(filter.is_ok(), good, "{name:?}");
        if let (Ok(order), Ok(filter)) = (order, filter) {
            assert_eq!(order[&name], "ASC");
            assert_eq!(filter[0][0], name);
        }
        let select = serde_json::to_value(Select::new([&name]));
        let beginning = name.strip_suffix('*').unwrap_or(&name);
        assert_eq!(select.is_ok(), is_name(beginning) || name == "*", "{name:?}");
    }
}
