//! The method that was meant by a name that nobody documents.

use super::{closest, distance};

/// The words that others use, and the ones of Bitrix24.
const SYNONYMS: [(&str, &str); 20] = [
    ("create", "add"),
    ("insert", "add"),
    ("new", "add"),
    ("post", "add"),
    ("edit", "update"),
    ("modify", "update"),
    ("change", "update"),
    ("set", "update"),
    ("patch", "update"),
    ("put", "update"),
    ("remove", "delete"),
    ("destroy", "delete"),
    ("del", "delete"),
    ("find", "list"),
    ("search", "list"),
    ("all", "list"),
    ("getall", "list"),
    ("getlist", "list"),
    ("read", "get"),
    ("fetch", "get"),
];

/// The documented name that is one slip away; otherwise one that says the same in other words, as
/// `crm.deal.add` says `crm.deals.create`; otherwise the closest by letters.
pub(crate) fn method<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let closest = closest(typed, known.iter().copied());
    if let Some(name) = closest
        && distance(typed, name) <= 1
    {
        return Some(name);
    }
    let wanted = words(typed);
    let said: Vec<(Vec<String>, &str)> = known.iter().map(|name| (words(name), *name)).collect();
    let in_other_words = ALIKE.iter().find_map(|alike| {
        let names = said.iter().filter(|(words, _)| alike(&wanted, words));
        names
            .map(|(_, name)| *name)
            .min_by_key(|name| distance(typed, name))
    });
    in_other_words.or(closest)
}

/// Whether the words of a typed name say what those of a known one say.
type Alike = fn(&[String], &[String]) -> bool;

/// From what is nearly certain to what is a guess.
const ALIKE: [Alike; 4] = [is_same, is_swapped, is_without_scope, is_of_another_scope];

fn is_same(typed: &[String], known: &[String]) -> bool {
    typed == known
}

fn is_swapped(typed: &[String], known: &[String]) -> bool {
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    typed.len() == known.len() && sorted(typed) == sorted(known)
}

/// `order.update`, for `sale.order.update`.
fn is_without_scope(typed: &[String], known: &[String]) -> bool {
    typed.len() > 1 && known.len() > typed.len() && known.ends_with(typed)
}

/// `crm.task.add`, for `tasks.task.add`.
fn is_of_another_scope(typed: &[String], known: &[String]) -> bool {
    typed.len() > 2 && known.len() == typed.len() && known[1..] == typed[1..]
}

/// What a name says: its words in small letters, singular, and as Bitrix24 has them.
fn words(name: &str) -> Vec<String> {
    name.split(['.', '_', '-'])
        .map(|word| {
            let word = word.to_ascii_lowercase();
            let singular = word
                .strip_suffix('s')
                .filter(|word| word.len() > 2)
                .unwrap_or(&word);
            let synonym = SYNONYMS.iter().find(|(other, _)| *other == singular);
            synonym.map_or(singular, |(_, own)| own).to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::method;

    const KNOWN: [&str; 8] = [
        "crm.deal.add",
        "crm.deal.list",
        "crm.deal.update",
        "crm.deal.delete",
        "crm.lead.add",
        "tasks.task.add",
        "tasks.task.get",
        "user.get",
    ];

    #[test]
    fn slips_and_inventions_find_their_method() {
        for (typed, name) in [
            ("crm.deal.ad", "crm.deal.add"),
            ("crm.dael.list", "crm.deal.list"),
            ("crm.deals.create", "crm.deal.add"),
            ("crm.deal.remove", "crm.deal.delete"),
            ("crm.deal.getList", "crm.deal.list"),
            ("crm.add.deal", "crm.deal.add"),
            ("task.tasks.create", "tasks.task.add"),
            ("users.get", "user.get"),
            ("task.get", "tasks.task.get"),
            ("crm.task.add", "tasks.task.add"),
            ("tasks.lead.create", "crm.lead.add"),
        ] {
            assert_eq!(method(typed, &KNOWN), Some(name), "{typed}");
        }
    }

    #[test]
    fn what_has_nothing_to_do_with_them_finds_none() {
        for typed in ["", "x", "warehouse.shelf.count"] {
            assert_eq!(method(typed, &KNOWN), None, "{typed}");
        }
    }
}
