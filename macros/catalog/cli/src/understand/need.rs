//! Whether a parameter has to be given, where a sentence says more than a star.

use b24_catalog::Need;

use crate::page::{Line, code_spans, plain};

use super::words::{
    ANY_OF, CONDITIONS, INSTEAD, MAY_BE_LEFT_OUT, NEEDED, NEEDED_WITHOUT, NOT_NEEDED, ONE_OF, OR, PURPOSES,
    has,
};

/// What a row says of its need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) need: Need,
    /// The names of which at least one is needed; its own is not among them.
    pub(super) any_of: Vec<String>,
    /// The names of those that it may be given instead of.
    pub(super) instead: Vec<String>,
    /// The star and the sentence contradict each other.
    pub(super) doubtful: bool,
}

pub(super) fn need(stars: usize, text: &[&Line]) -> Stated {
    let mut stated = Stated {
        need: match stars {
            0 => Need::Optional,
            1 => Need::Required,
            // A second star marks what is needed of some only.
            _ => Need::Sometimes,
        },
        any_of: Vec::new(),
        instead: Vec::new(),
        doubtful: false,
    };
    for line in text {
        for sentence in line.text.split(". ") {
            of_sentence(sentence, stars, &mut stated);
        }
    }
    stated
}

fn of_sentence(sentence: &str, stars: usize, stated: &mut Stated) {
    let words = plain(sentence).to_lowercase();
    let names = any_of(sentence);
    if let Some(other) = replaced(sentence) {
        // Only where one of them has a star, one of them is needed: the group is dropped otherwise.
        stated.instead.push(other);
    } else if !names.is_empty() || is_alternative(&words) {
        stated.any_of.extend(if names.is_empty() {
            self::names(sentence)
        } else {
            names
        });
        stated.need = Need::Sometimes;
    } else if stars > 0 && has(&words, MAY_BE_LEFT_OUT) {
        stated.need = Need::Sometimes;
    } else if has(&words, NOT_NEEDED) {
        stated.doubtful |= stars > 0;
    } else if NEEDED.iter().any(|needed| words.trim_start().starts_with(needed)) {
        if has(&words, CONDITIONS) {
            stated.need = Need::Sometimes;
        } else if stars == 0 {
            // Said in a sentence, though no star marks it.
            stated.need = Need::Sometimes;
            stated.doubtful = true;
        }
    }
}

/// The names of which a sentence says that one is needed.
pub(super) fn any_of(sentence: &str) -> Vec<String> {
    let words = plain(sentence).to_lowercase();
    // What is needed for a purpose is not needed without it.
    let has_purpose = PURPOSES.iter().any(|word| words.trim_start().starts_with(word));
    if has_purpose {
        return Vec::new();
    }
    // What stands before the phrase is needed besides.
    let lower = sentence.to_lowercase();
    let of_two = || {
        let between = OR.iter().any(|or| lower.contains(or));
        ONE_OF
            .iter()
            .filter(|_| between)
            .find_map(|phrase| lower.find(phrase))
    };
    let phrase = ANY_OF
        .iter()
        .filter_map(|phrase| lower.find(phrase))
        .min()
        .or_else(of_two);
    phrase
        .and_then(|place| sentence.get(place..))
        .map_or_else(Vec::new, names)
}

fn names(sentence: &str) -> Vec<String> {
    let codes = code_spans(sentence).into_iter().filter(|code| is_name(code));
    codes.map(str::to_owned).collect()
}

/// The name of the parameter instead of which it may be given.
fn replaced(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    let place = INSTEAD.iter().find_map(|phrase| lower.find(phrase))?;
    names(sentence.get(place..)?).into_iter().next()
}

/// Whether it is needed where another one is missing.
fn is_alternative(words: &str) -> bool {
    NEEDED_WITHOUT.iter().any(|(needed, without)| {
        words
            .split_once(needed)
            .is_some_and(|(_, behind)| behind.contains(without))
    })
}

/// Whether code is the name of a parameter.
pub(super) fn is_name(code: &str) -> bool {
    !code.is_empty()
        && code
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(stars: usize, text: &str) -> (Need, Vec<String>, bool) {
        let lines = [Line {
            number: 1,
            text: text.to_owned(),
        }];
        let Stated {
            need,
            any_of,
            doubtful,
            ..
        } = need(stars, &lines.iter().collect::<Vec<_>>());
        (need, any_of, doubtful)
    }

    #[test]
    fn a_star_is_believed() {
        assert_eq!(of(0, "An id"), (Need::Optional, vec![], false));
        assert_eq!(of(1, "An id"), (Need::Required, vec![], false));
        assert_eq!(of(2, "An id"), (Need::Sometimes, vec![], false));
    }

    #[test]
    fn conditions_weaken_it() {
        assert_eq!(of(1, "An id. Обязателен, если передан `x`").0, Need::Sometimes);
        assert_eq!(
            of(0, "Параметр обязателен только для вебхуков").0,
            Need::Sometimes
        );
        assert_eq!(of(0, "Required if `x` is given").0, Need::Sometimes);
        assert_eq!(of(0, "Whether it is required").0, Need::Optional);
    }

    #[test]
    fn one_of_several() {
        let (need, any_of, _) = of(
            1,
            "Необходимо указать хотя бы один из параметров: `ID` или `CODE`",
        );
        assert_eq!(
            (need, any_of),
            (Need::Sometimes, vec!["ID".to_owned(), "CODE".to_owned()])
        );
        assert_eq!(of(0, "Обязателен, если не передан `CODE`").1, ["CODE"]);
        assert_eq!(of(1, "Required if `CODE` is not provided.").1, ["CODE"]);
        assert_eq!(of(1, "Обязательно передать `ID` или `CODE`").1, ["ID", "CODE"]);
        assert_eq!(of(1, "Обязательно передать `ID`").1, [""; 0]);
        let for_a_purpose = "Чтобы получить один, укажите хотя бы один из параметров: `ID` или `CODE`";
        assert_eq!(of(0, for_a_purpose), (Need::Optional, vec![], false));
    }

    #[test]
    fn one_instead_of_another() {
        let instead = |text: &str| {
            let line = Line {
                number: 1,
                text: text.to_owned(),
            };
            need(0, &[&line]).instead
        };
        assert_eq!(instead("Можно использовать вместо параметра `from`"), ["from"]);
        assert_eq!(instead("Used instead of the `fileId` parameter"), ["fileId"]);
        assert_eq!(instead("Used instead of a file"), [""; 0]);
        let left_out = "An id. Параметр можно не передавать, если тип `user`";
        assert_eq!(of(1, left_out).0, Need::Sometimes);
    }

    #[test]
    fn contradictions_are_doubted() {
        assert_eq!(of(0, "Обязательный параметр"), (Need::Sometimes, vec![], true));
        assert_eq!(of(1, "Необязательный параметр"), (Need::Required, vec![], true));
    }
}
