//! Bounds of numbers, texts and lists.

use b24_catalog::Bounds;

use crate::page::{Line, plain};

use super::words::{
    AT_LEAST, AT_MOST, FROM_TO, ITEMS_MAX, ITEMS_MIN, LENGTH_MAX, LENGTH_MIN, LETTERS, MORE_THAN, SIZES,
    VALUE_MAX, VALUE_MIN, ZERO, has,
};

/// What a description says of bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stated {
    pub(super) range: Bounds,
    pub(super) length: Bounds,
}

pub(super) fn bounds(text: &[&Line]) -> Stated {
    let mut stated = Stated::default();
    for line in text {
        // An item of a list tells of a value, or of a case.
        if line.text.trim_start().starts_with("- ") {
            continue;
        }
        let line = plain(&line.text).to_lowercase();
        for sentence in line.split(". ") {
            of_sentence(sentence, &mut stated);
        }
    }
    stated
}

fn of_sentence(sentence: &str, stated: &mut Stated) {
    let behind = |phrases: &[&str]| phrases.iter().find_map(|phrase| number_after(sentence, phrase));
    let from_to = || FROM_TO.iter().find_map(|(from, to)| range(sentence, from, to));
    if has(sentence, LETTERS) {
        let counted = |number: &i64| is_letters(sentence, *number);
        stated.length.min = behind(LENGTH_MIN).filter(counted).or(stated.length.min);
        let max = behind(LENGTH_MAX).or_else(|| behind(AT_MOST)).filter(counted);
        stated.length.max = max.or(stated.length.max);
        if let Some((min, max)) = from_to().filter(|(_, max)| counted(max)) {
            stated.length = Bounds {
                min: Some(min),
                max: Some(max),
            };
        }
        return;
    }
    if let Some((min, max)) = from_to().or_else(|| in_brackets(sentence)) {
        stated.range = Bounds {
            min: Some(min),
            max: Some(max),
        };
        return;
    }
    stated.range.min = behind(VALUE_MIN)
        .or_else(|| behind(AT_LEAST))
        .or_else(|| behind(MORE_THAN).map(|least| least + 1))
        .or(stated.range.min);
    stated.range.max = behind(VALUE_MAX).or(stated.range.max);
}

/// How many items a list may have, by the text of a list.
pub(super) fn items(text: &[&Line]) -> Bounds {
    let mut items = Bounds::default();
    for line in text {
        let line = plain(&line.text).to_lowercase();
        for part in line.split(['.', ',', ';']).filter(|part| !has(part, SIZES)) {
            let behind = |phrases: &[&str]| phrases.iter().find_map(|phrase| number_after(part, phrase));
            items.min = behind(ITEMS_MIN).or(items.min);
            items.max = behind(ITEMS_MAX).or(items.max);
        }
    }
    items
}

/// Whether the number counts letters: `255 symbols`.
fn is_letters(sentence: &str, number: i64) -> bool {
    let digits = number.to_string();
    let behind = sentence
        .split_once(&digits)
        .map_or("", |(_, behind)| behind.trim_start());
    LETTERS.iter().any(|word| behind.starts_with(word))
}

/// The number right behind a phrase, with nothing but a dash or a colon between.
fn number_after(sentence: &str, phrase: &str) -> Option<i64> {
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once(phrase) {
        rest = behind;
        let begins = !before.ends_with(char::is_alphanumeric);
        if let Some((number, _)) = number(behind)
            && begins
        {
            return Some(number);
        }
    }
    None
}

fn range(sentence: &str, from: &str, to: &str) -> Option<(i64, i64)> {
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once(from) {
        rest = behind;
        if before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let Some((min, behind)) = number(behind) else {
            continue;
        };
        let Some((between, behind)) = behind.split_once(to) else {
            continue;
        };
        if between.trim().is_empty()
            && let Some((max, _)) = number(behind)
            && min < max
        {
            return Some((min, max));
        }
    }
    None
}

/// `(1–600)`
fn in_brackets(sentence: &str) -> Option<(i64, i64)> {
    let (_, behind) = sentence.split_once('(')?;
    let (inside, _) = behind.split_once(')')?;
    let (min, max) = inside.split_once(['\u{2013}', '\u{2014}'])?;
    let (min, max) = (min.trim().parse().ok()?, max.trim().parse().ok()?);
    (min < max).then_some((min, max))
}

/// A number at the start of a text, and what follows.
fn number(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start_matches([' ', ':', '\u{2014}', '\u{2013}']);
    let text = text.strip_prefix("- ").unwrap_or(text);
    if let Some(rest) = ZERO.iter().find_map(|zero| text.strip_prefix(zero)) {
        return Some((0, rest));
    }
    let sign = usize::from(text.starts_with('-'));
    let end = text[sign..]
        .find(|letter: char| !letter.is_ascii_digit())
        .map_or(text.len(), |end| sign + end);
    let number = text[..end].parse().ok()?;
    let rest = &text[end..];
    // A fraction, a date or a size of a picture is none.
    let goes_on = rest.starts_with(['.', ',', ':', '/'])
        && rest[1..].starts_with(|letter: char| letter.is_ascii_digit());
    let is_word = rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '%');
    (!goes_on && !is_word).then_some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Stated {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .map(|(number, text)| Line {
                number,
                text: text.to_owned(),
            })
            .collect();
        bounds(&lines.iter().collect::<Vec<_>>())
    }

    fn ends(bounds: Bounds) -> (Option<i64>, Option<i64>) {
        (bounds.min, bounds.max)
    }

    #[test]
    fn bounds_of_numbers() {
        for (text, min, max) in [
            (
                "Число записей. Допустимые значения — от 1 до 50",
                Some(1),
                Some(50),
            ),
            ("The limit. From `1` to `1000`.", Some(1), Some(1000)),
            (
                "Максимальное значение — `50`. Минимальное значение: 2",
                Some(2),
                Some(50),
            ),
            ("Сортировка. Обязательно больше 0", Some(1), None),
            ("Обязательно больше или равно 0", Some(0), None),
            ("Цвет", None, None),
            ("Обязательно больше нуля", Some(1), None),
            ("Время от 9:00 до 18:00", None, None),
            ("Не больше 1,5 МБ", None, None),
            ("Длительность в секундах (1\u{2013}600)", Some(1), Some(600)),
            ("Цвета (1\u{2013}й и другие)", None, None),
        ] {
            assert_eq!(ends(of(text).range), (min, max), "{text}");
        }
    }

    #[test]
    fn bounds_of_lists() {
        let of = |text: &str| {
            let line = Line {
                number: 1,
                text: text.to_owned(),
            };
            ends(items(&[&line]))
        };
        assert_eq!(
            of("Варианты ответа. Минимум 2 варианта, максимум 10"),
            (Some(2), Some(10))
        );
        assert_eq!(of("Ids, no more than 50"), (None, Some(50)));
        assert_eq!(of("Файлы, не более 50 МБ"), (None, None));
        assert_eq!(of("Список до 2025 года"), (None, None));
    }

    #[test]
    fn bounds_of_texts() {
        for (text, min, max) in [
            ("Максимальная длина — 255 символов", None, Some(255)),
            ("Название, до `100` символов", None, Some(100)),
            ("Не более 50 символов", None, Some(50)),
            ("Up to 20 characters", None, Some(20)),
            ("Символьный код от 1 до 5", None, None),
            ("Длина — от 3 до 255 символов", Some(3), Some(255)),
            (
                "Минимальная длина: `3` символа\nМаксимальная длина: `200` символов",
                Some(3),
                Some(200),
            ),
        ] {
            assert_eq!(ends(of(text).length), (min, max), "{text}");
        }
    }
}
