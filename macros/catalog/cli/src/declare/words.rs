//! Names as words, and words as names.

/// Names that the documentation writes as one word, and that are several.
const JOINED: &[(&str, &[&str])] = &[
    ("actionid", &["action", "id"]),
    ("afteritemid", &["after", "item", "id"]),
    ("begindate", &["begin", "date"]),
    ("birthdate", &["birth", "date"]),
    ("closedate", &["close", "date"]),
    ("commenttext", &["comment", "text"]),
    ("filename", &["file", "name"]),
    ("itemid", &["item", "id"]),
    ("maxlength", &["max", "length"]),
    ("minlength", &["min", "length"]),
    ("productid", &["product", "id"]),
    ("taskdata", &["task", "data"]),
    ("taskid", &["task", "id"]),
    ("userid", &["user", "id"]),
];

/// The words of a name, in small letters: of `ENTITY_TYPE`, `entityType` and `EntityType` they are
/// `entity` and `type`.
pub(super) fn words(name: &str) -> Vec<String> {
    name.split(|letter: char| !letter.is_ascii_alphanumeric())
        .flat_map(humps)
        .flat_map(|word| {
            let word = word.to_ascii_lowercase();
            match JOINED.iter().find(|(joined, _)| *joined == word) {
                Some((_, words)) => words.iter().map(|word| (*word).to_owned()).collect(),
                None => vec![word],
            }
        })
        .collect()
}

/// A word begins at each capital letter, but for those of an abbreviation: `xmlID`, `userIDs`, `XMLFile`.
fn humps(part: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = part.char_indices().collect();
    let is_capital = |place: usize| {
        letters
            .get(place)
            .is_some_and(|(_, letter)| letter.is_ascii_uppercase())
    };
    let is_small = |place: usize| {
        letters
            .get(place)
            .is_some_and(|(_, letter)| letter.is_ascii_lowercase())
    };
    let mut words = Vec::new();
    let mut start = 0;
    for place in 1..letters.len() {
        // The `s` of a plural does not make a word of the abbreviation's last letter.
        let ends = place + 2 == letters.len() && letters[place + 1].1 == 's';
        let begins = is_capital(place) && (!is_capital(place - 1) || is_small(place + 1) && !ends);
        if begins {
            words.push(&part[letters[start].0..letters[place].0]);
            start = place;
        }
    }
    if let Some((first, _)) = letters.get(start) {
        words.push(&part[*first..]);
    }
    words
}

/// Words as the name of a field: `entity_type`.
pub(super) fn snake(words: &[String]) -> String {
    let name = words.join("_");
    match name.chars().next() {
        None => "value".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        Some(_) => name,
    }
}

/// Words as the name of a type or a variant: `EntityType`.
pub(super) fn pascal(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        // Without it, `3_9` and `39` would be the same.
        let digits = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if digits(name.chars().last()) && digits(word.chars().next()) {
            name.push('_');
        }
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_in_every_style() {
        for (name, field, ty) in [
            ("ENTITY_TYPE", "entity_type", "EntityType"),
            ("iblockTypeId", "iblock_type_id", "IblockTypeId"),
            ("TASKID", "task_id", "TaskId"),
            ("Chat", "chat", "Chat"),
            ("xmlID", "xml_id", "XmlId"),
            ("userIDs", "user_ids", "UserIds"),
            ("XMLFile", "xml_file", "XmlFile"),
            ("isB24", "is_b24", "IsB24"),
            ("UF_CRM_1", "uf_crm_1", "UfCrm1"),
            ("landing-block@0", "landing_block_0", "LandingBlock0"),
            ("3_9", "n3_9", "3_9"),
            ("", "value", ""),
        ] {
            let words = words(name);
            assert_eq!(
                (snake(&words).as_str(), pascal(&words).as_str()),
                (field, ty),
                "{name}"
            );
        }
    }
}
