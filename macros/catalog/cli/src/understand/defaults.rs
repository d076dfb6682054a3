//! The value that holds where none is given.

use crate::page::{Line, Span, spans};

use super::values::is_value;
use super::words::{DEFAULT, DEFAULT_FILLER, EMPTY_TEXT, IS_DEFAULT};

/// The default of a description. Only what is a literal counts: many defaults are told in sentences.
pub(super) fn default(text: &[&Line]) -> Option<String> {
    text.iter()
        .find_map(|line| item(&line.text).or_else(|| sentence(&line.text)))
}

/// What a column of its own says.
pub(super) fn column(text: &str) -> Option<String> {
    match spans(text)[..] {
        [Span::Code(code)] => literal(code),
        [Span::Text(text)] => literal(text.trim()),
        _ => None,
    }
}

/// `- `N` — no (by default)`
fn item(text: &str) -> Option<String> {
    let item = text.trim_start().strip_prefix("- ")?.trim_start_matches('*');
    let [Span::Code(code), Span::Text(rest)] = spans(item)[..] else {
        return None;
    };
    let rest = rest.to_lowercase();
    let rest = rest.trim_end_matches([' ', '.', ';', ',']);
    let marked = DEFAULT.iter().any(|phrase| {
        [
            format!("({phrase})"),
            format!(", {phrase}"),
            format!("\u{2014} {phrase}"),
            format!("- {phrase}"),
        ]
        .iter()
        .any(|end| rest.ends_with(end.as_str()))
    });
    if marked { literal(code) } else { None }
}

fn sentence(text: &str) -> Option<String> {
    let spans = spans(text);
    for (place, span) in spans.iter().enumerate() {
        let Span::Text(text) = span else { continue };
        let lower = text.to_lowercase();
        if let Some(Span::Code(code)) = place.checked_sub(1).and_then(|before| spans.get(before))
            && IS_DEFAULT.iter().any(|phrase| is_behind(&lower, phrase))
        {
            return literal(code);
        }
        let Some((end, _)) = DEFAULT
            .iter()
            .filter_map(|phrase| lower.rfind(phrase).map(|start| (start + phrase.len(), phrase)))
            .max()
        else {
            continue;
        };
        let behind = lower.get(end..)?;
        let mut words = behind
            .split_whitespace()
            .map(|word| word.trim_matches([':', '\u{2014}', '\u{2013}', '-', ',', '=']));
        let filler = |word: &&str| word.is_empty() || DEFAULT_FILLER.contains(word);
        let first = words.by_ref().find(|word| !filler(word));
        match (first, spans.get(place + 1)) {
            (None, Some(Span::Code(code))) => return literal(code),
            (Some(word), _) => {
                let text = behind.trim_start_matches([' ', ':', ',', '\u{2014}', '-']);
                if EMPTY_TEXT.iter().any(|phrase| text.starts_with(phrase)) {
                    return Some(String::new());
                }
                let digits = word.trim_end_matches('.');
                if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
                    // A dash belongs to the number if no space is between.
                    let sign = if behind.contains(&format!(" -{digits}")) {
                        "-"
                    } else {
                        ""
                    };
                    return Some(format!("{sign}{digits}"));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a text is the phrase, and at most a full stop.
fn is_behind(text: &str, phrase: &str) -> bool {
    text.trim_start()
        .strip_prefix(phrase)
        .is_some_and(|rest| rest.trim().is_empty() || rest.starts_with('.'))
}

fn literal(text: &str) -> Option<String> {
    let quoted = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
    let text = quoted('"').or_else(|| quoted('\'')).unwrap_or(text);
    // A dash is no value, and a word in another alphabet is a part of a sentence.
    let is_word = is_value(text) && text.is_ascii() && text != "-";
    // `name=value` says which parameter is meant.
    let value = text.split_once('=').map_or(text, |(_, value)| value);
    is_word.then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .map(|(number, text)| Line {
                number,
                text: text.to_owned(),
            })
            .collect();
        default(&lines.iter().collect::<Vec<_>>())
    }

    #[test]
    fn literals_are_defaults() {
        for (text, value) in [
            ("По умолчанию — `N`", "N"),
            ("Limit. Default is `50`.", "50"),
            (
                "Если не передано, то по умолчанию выставляется в значение `Y`",
                "Y",
            ),
            ("По умолчанию 100", "100"),
            ("По умолчанию -1, утром", "-1"),
            ("Default is -1, in the morning", "-1"),
            ("По умолчанию - 1", "1"),
            ("По умолчанию `type=online`", "online"),
            ("Значение по умолчанию — пустая строка", ""),
            ("Values:\n- `a` — x\n- `b` — y (по умолчанию)", "b"),
            ("- `b` — по умолчанию", "b"),
            ("По умолчанию: `''`", ""),
            ("If it is not given, `N` is used by default.", "N"),
            ("By default, an empty string", ""),
        ] {
            assert_eq!(of(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "По умолчанию значение, переданное в `LABEL`",
            "По умолчанию — дата создания + 7 дней",
            "Название по умолчанию",
            "По умолчанию генерируется по шаблону `{a} {b}`",
            "The default of `x` is told by `y`",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_column_has_literals_too() {
        assert_eq!(column("`\"false\"`").as_deref(), Some("false"));
        assert_eq!(column("100").as_deref(), Some("100"));
        assert_eq!(column("the `first` one"), None);
    }
}
