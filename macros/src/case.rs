//! How wire names are made from the names of fields and variants.

/// A style of names; the words of a field's name are joined in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    ScreamingSnake,
    Snake,
    Camel,
    Pascal,
    Upper,
    Lower,
}

impl Case {
    /// As `rename_all` spells them: in their own style.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("snake_case", Self::Snake),
        ("camelCase", Self::Camel),
        ("PascalCase", Self::Pascal),
        ("UPPERCASE", Self::Upper),
        ("lowercase", Self::Lower),
    ];

    /// The wire name of a field named `name`, which is in `snake_case`.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::ScreamingSnake => name.to_uppercase(),
            Self::Snake => name.to_owned(),
            Self::Upper => name.replace('_', "").to_uppercase(),
            Self::Lower => name.replace('_', "").to_lowercase(),
            Self::Pascal => pascal(name),
            Self::Camel => {
                let name = pascal(name);
                let mut letters = name.chars();
                let first = letters.next().map(char::to_lowercase);
                first.into_iter().flatten().chain(letters).collect()
            }
        }
    }
}

/// `BOT_ID_ERROR`, `bot_id.error` and `botIdError` as `BotIdError`.
pub(crate) fn pascal(name: &str) -> String {
    name.split(|letter: char| !letter.is_alphanumeric())
        .map(|word| {
            let shouted = !word.chars().any(char::is_lowercase);
            let mut letters = word.chars();
            let first = letters.next().map(char::to_uppercase);
            let rest = if shouted {
                letters.as_str().to_lowercase()
            } else {
                letters.as_str().to_owned()
            };
            first
                .into_iter()
                .flatten()
                .chain(rest.chars())
                .collect::<String>()
        })
        .collect()
}

/// The words of a variant's name, in `snake_case`: `LightBlue` and `LIGHT_BLUE` as `light_blue`,
/// `HTTPServer` as `http_server`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut letters = name.chars().peekable();
    let mut before = '_';
    while let Some(letter) = letters.next() {
        let word_ended = !before.is_uppercase() && before != '_';
        let word_begins = before.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (word_ended || word_begins) {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
        before = letter;
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_joins_the_words_its_way() {
        let names = Case::ALL.map(|(_, case)| case.apply("bot_id"));
        assert_eq!(names, ["BOT_ID", "bot_id", "botId", "BotId", "BOTID", "botid"]);
    }

    #[test]
    fn names_of_variants_have_words_too() {
        for (name, words) in [
            ("Red", "red"),
            ("LightBlue", "light_blue"),
            ("LIGHT_BLUE", "light_blue"),
            ("HTTPServer", "http_server"),
            ("Type2", "type2"),
            ("V2Chat", "v2_chat"),
            ("X", "x"),
        ] {
            assert_eq!(snake(name), words);
        }
    }

    #[test]
    fn codes_become_variants() {
        for (code, variant) in [
            ("BOT_ID_ERROR", "BotIdError"),
            ("expired_token", "ExpiredToken"),
            ("NotFound", "NotFound"),
            ("100", "100"),
            ("", ""),
        ] {
            assert_eq!(pascal(code), variant);
        }
    }
}
