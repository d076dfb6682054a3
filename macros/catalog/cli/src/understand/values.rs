//! Allowed values, as a description lists them.

use crate::page::{Line, Span, Table, code_spans, plain, spans};

use super::items::{List, first_codes, is_joint, lists};
use super::words::{
    ANOTHER, CHANGING, LISTED_VALUES, NO_VALUES, OPEN_VALUES, SUPPORTED, TYPE_HEADS, VALUE_HEADS, VALUES,
    has, has_word,
};

/// A set of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) list: Vec<String>,
    /// There may be others.
    pub(super) open: bool,
    /// They stand in a list, one a line; in a sentence, they are less sure.
    pub(super) listed: bool,
}

/// The values of a description; `None` where it lists none.
pub(super) fn values(text: &[&Line]) -> Option<Stated> {
    listed(text)
        .or_else(|| text.iter().find_map(|line| inline(&line.text)))
        .or_else(|| text.iter().find_map(|line| enumerated(&line.text)))
}

/// A list, of which each line begins with code.
fn listed(text: &[&Line]) -> Option<Stated> {
    let mut stated = Stated {
        list: Vec::new(),
        open: false,
        listed: true,
    };
    let mut count = 0;
    for list in lists(text) {
        if !introduces_list(&list) {
            continue;
        }
        let Some(values) = list
            .items
            .iter()
            .map(|item| first_codes(item))
            .collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        let values: Vec<String> = values.into_iter().flatten().map(literal).collect();
        if values.iter().any(|value| !is_value(value)) {
            // Formats and placeholders say what values look like, not which there are.
            stated.open = true;
        }
        stated.open |= has(list.intro, OPEN_VALUES);
        for value in values.into_iter().filter(|value| is_value(value)) {
            if !stated.list.contains(&value) {
                stated.list.push(value);
            }
        }
        count += 1;
    }
    stated.open |= text
        .iter()
        .any(|line| has(&line.text, AND_OTHERS) || has(&line.text, CHANGING));
    // Lists one below the other are of several cases.
    stated.listed = count == 1 && !is_direction(&stated.list) && !has_more_numbers(&stated.list, text);
    // A list of types tells nothing of values.
    let of_types = stated.list.iter().any(|value| value == "null");
    (stated.list.len() > 1 && !of_types).then_some(stated)
}

/// Whether a list of values follows what its line above says.
fn introduces_list(list: &List<'_>) -> bool {
    let sentence = list.sentence();
    let ending = sentence.trim_end_matches([':', ' ']).rsplit(' ').next();
    if has(sentence, VALUES) || ending.is_some_and(|word| has_word(word, LISTED_VALUES)) {
        return true;
    }
    // A literal in it is what it speaks of.
    let names_only = code_spans(sentence)
        .into_iter()
        .all(|code| code.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    names_only
        && (!has(list.intro, NO_VALUES) || !has(sentence, NO_VALUES) && has_word(sentence, LISTED_VALUES))
}

/// Portals take `ASC` and `asc` alike, whatever a page has.
fn is_direction(list: &[String]) -> bool {
    list.len() == 2
        && list
            .iter()
            .all(|value| matches!(value.to_lowercase().as_str(), "asc" | "desc"))
}

/// Whether a text names numbers beside those of the list, which then may be allowed too.
fn has_more_numbers(list: &[String], text: &[&Line]) -> bool {
    let is_number = |value: &str| value.parse::<i64>().is_ok();
    let is_other = |code: &str| is_number(code) && !list.iter().any(|value| value == code);
    let mut outside = text
        .iter()
        .filter(|line| !line.text.trim_start().starts_with("- "));
    list.iter().all(|value| is_number(value))
        && outside.any(|line| code_spans(&line.text).into_iter().any(is_other))
}

/// The values of a table that has nothing else in its first column.
pub(super) fn table(table: &Table) -> Option<Stated> {
    let (head, rows) = table.rows.split_first()?;
    let head = plain(&head.cells.first()?.text()).to_lowercase();
    if has(&head, TYPE_HEADS) || !(VALUE_HEADS.iter().any(|word| head.starts_with(word)) || head == "id") {
        return None;
    }
    let mut list = Vec::new();
    for row in rows {
        let text = row.cells.first()?.text();
        for span in spans(&text) {
            match span {
                Span::Code(code) if is_value(&literal(code)) => list.push(literal(code)),
                Span::Text(text) if is_joint(text) || text.trim().is_empty() => {}
                _ => return None,
            }
        }
    }
    (list.len() > 1).then_some(Stated {
        list,
        open: false,
        listed: true,
    })
}

/// What tells behind a list that it is not whole.
const AND_OTHERS: &[&str] = &[
    "и другие",
    "и т. д.",
    "и т.д.",
    "и так далее",
    "and others",
    "etc.",
    "and so on",
];

/// Without the quotation marks of a program.
fn unquote(value: &str) -> &str {
    let stripped = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    stripped('"').or_else(|| stripped('\'')).unwrap_or(value)
}

/// The value itself: names of classes are written with two strokes, as a program has them.
fn literal(code: &str) -> String {
    unquote(code).replace("\\\\", "\\")
}

/// Whether it is a value, not a pattern of values.
pub(super) fn is_value(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || "_-.:/\\+=<>!%@#*,~&".contains(letter);
    let is_placeholder = text.contains("XXX")
        || text.contains("...")
        || text.ends_with("_N")
        || text.contains('<') && text.contains('>');
    text.chars().all(is_letter) && !is_placeholder
}

/// Values in a sentence that says that it has them.
fn inline(text: &str) -> Option<Stated> {
    let mut before = String::new();
    let mut list: Vec<String> = Vec::new();
    let mut said = false;
    for span in spans(text) {
        match span {
            Span::Text(text) if list.is_empty() => {
                before.push_str(text);
            }
            Span::Text(text) => {
                // A sentence ends the list.
                if text.contains(". ") || text.trim_end().ends_with('.') {
                    break;
                }
                let end = text.trim_end();
                let goes_on = end.ends_with([',', ';', '/', '|', '('])
                    || [" или", " и", " or", " and"]
                        .iter()
                        .any(|word| end.ends_with(word));
                if !goes_on && !end.is_empty() {
                    said = said && list.len() > 1;
                    break;
                }
            }
            Span::Code(code) => {
                if list.is_empty() {
                    said = introduces(&before) && !is_of_another(&before);
                    if !said {
                        before.push_str("` `");
                        continue;
                    }
                }
                let value = literal(code);
                if !is_value(&value) {
                    return None;
                }
                list.push(value);
            }
            Span::Link(link) => before.push_str(&plain(link.text)),
        }
    }
    let open = has(text, OPEN_VALUES) || has(text, AND_OTHERS);
    let whole =
        said && list.len() > 1 && list.iter().collect::<std::collections::BTreeSet<_>>().len() == list.len();
    whole.then_some(Stated {
        list,
        open,
        listed: false,
    })
}

/// A sentence that is nothing but a name and values: `Type: ...`.
fn enumerated(text: &str) -> Option<Stated> {
    let sentence = text.split(". ").find(|sentence| code_spans(sentence).len() > 2)?;
    let spans = spans(sentence.trim_end_matches(['.', ' ']));
    let (head, rest) = match spans.split_first()? {
        (Span::Text(head), rest) => (*head, rest),
        _ => ("", &spans[..]),
    };
    let lower = head.to_lowercase();
    let begins = lower.trim().is_empty() || lower.trim_end().ends_with(':') || has(&lower, SUPPORTED);
    if !begins || has(&lower, NO_VALUES) || has(&lower, OPEN_VALUES) {
        return None;
    }
    let mut list = Vec::new();
    for span in rest {
        match span {
            Span::Code(code) if is_value(&literal(code)) => list.push(literal(code)),
            Span::Text(text) if is_joint(text) => {}
            _ => return None,
        }
    }
    (list.len() > 2).then_some(Stated {
        list,
        open: false,
        listed: false,
    })
}

/// Whether a text ends by saying that values follow.
fn introduces(before: &str) -> bool {
    let sentence = before.rsplit(". ").next().unwrap_or_default().to_lowercase();
    // With another name before, the values are those of that.
    if sentence.contains('`') {
        return false;
    }
    VALUES.iter().any(|phrase| {
        sentence
            .rsplit_once(phrase)
            .is_some_and(|(_, behind)| behind.trim_matches([' ', ':', '\u{2014}', '-', '(']).is_empty())
    })
}

/// Whether a text with its code left out speaks of another parameter.
fn is_of_another(before: &str) -> bool {
    let before = before.to_lowercase();
    ANOTHER.iter().any(|word| before.contains(&format!("{word} ` `")))
}

/// What may be the two words that mean yes and no: all code of a description, and the bare letters.
pub(super) fn words<'a>(text: &[&'a Line]) -> Vec<&'a str> {
    let codes = text.iter().flat_map(|line| code_spans(&line.text)).map(unquote);
    let mut words: Vec<&str> = codes.flat_map(|code| code.split(['/', '|'])).collect();
    if words.is_empty() {
        let is_letter = |letter: &&str| matches!(*letter, "Y" | "N");
        let separator = |letter: char| !letter.is_alphanumeric();
        words.extend(
            text.iter()
                .flat_map(|line| line.text.split(separator))
                .filter(is_letter),
        );
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Vec<String>, bool, bool)> {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .map(|(number, text)| Line {
                number,
                text: text.to_owned(),
            })
            .collect();
        let lines: Vec<&Line> = lines.iter().collect();
        values(&lines).map(|stated| (stated.list, stated.open, stated.listed))
    }

    fn is(text: &str, list: &[&str], open: bool, listed: bool) {
        let list = list.iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(of(text), Some((list, open, listed)), "{text}");
    }

    #[test]
    fn values_in_a_list() {
        is(
            "Type. Possible values:\n- `OPEN` — open\n- `CHAT` — closed\n\nMore.",
            &["OPEN", "CHAT"],
            false,
            true,
        );
        is(
            "Тип чата:\n\n- `1` — один\n  - `9` deeper\n- `2`, `two` — два",
            &["1", "2", "two"],
            false,
            true,
        );
        is("Values:\n- **`a`** — x\n- `\"\"` — none", &["a", ""], false, true);
        is("Например:\n- `a` — x\n- `b` — y", &["a", "b"], true, true);
        is(
            "Values:\n- `a` — x\n- `<code>_b` — y\n- `c` — z",
            &["a", "c"],
            true,
            true,
        );
        is(
            "Values:\n- `a` — x\n- `{b}` — y\n- `c` — z",
            &["a", "c"],
            true,
            true,
        );
        is(
            "One:\n- `a`\n- `b`\n\nTwo:\n- `c`\n- `d`",
            &["a", "b", "c", "d"],
            false,
            false,
        );
        let obtained = "Values:\n- `A` — a\n- `B` — b\n\nThe list can be obtained by `x.y`";
        is(obtained, &["A", "B"], true, true);
        is(
            "Direction:\n- `ASC` — up\n- `DESC` — down",
            &["ASC", "DESC"],
            false,
            false,
        );
        is(
            "Values:\n- `1` — a\n- `2` — b\n\nWithout, `0`",
            &["1", "2"],
            false,
            false,
        );
    }

    #[test]
    fn values_in_a_sentence() {
        is(
            "Sorts. Possible values: `asc`, `desc`. See `x`.",
            &["asc", "desc"],
            false,
            false,
        );
        is("Принимает значения `Y` или `N`", &["Y", "N"], false, false);
        is(
            "Возможные значения: `Y` — да, `N` — нет",
            &["Y", "N"],
            false,
            false,
        );
        is("Возможные значения: `a`, `b` и другие", &["a", "b"], true, false);
        is(
            "Тип группы: `group`, `project`, `scrum`",
            &["group", "project", "scrum"],
            false,
            false,
        );
        is("`day`, `week`, `month`", &["day", "week", "month"], false, false);
        is(
            "Тип. Поддерживаются `A`, `B` и `C`.",
            &["A", "B", "C"],
            false,
            false,
        );
    }

    #[test]
    fn values_in_a_table() {
        let of = |text: &str| {
            let page = crate::page::read(&format!("#|\n{text}\n|#\n"));
            let crate::page::Block::Table(table) = &page.sections[0].blocks[0] else {
                panic!()
            };
            self::table(table).map(|stated| stated.list)
        };
        let list = |values: &[&str]| Some(values.iter().map(|&value| value.to_owned()).collect());
        assert_eq!(
            of("|| **Код** | **HEX** ||\n|| `red` | 1 ||\n|| `a`, `b` | 2 ||"),
            list(&["red", "a", "b"])
        );
        assert_eq!(
            of("|| **Код** | **HEX** ||\n|| `red` | 1 ||\n|| words | 2 ||"),
            None
        );
        assert_eq!(
            of("|| **Name**\n`type` | x ||\n|| `red` | 1 ||\n|| `a` | 2 ||"),
            None
        );
    }

    #[test]
    fn other_lists_are_no_values() {
        for text in [
            "The id of a chat in the format:\n- `chat1` — chat\n- `1` — user",
            "Get it:\n- from `a`\n- by `b`",
            "Possible values:\n- one `a`\n- two `b`",
            "Possible values: `a`",
            "See `a`, `b`",
            "See `a`, `b`, `c`",
            "Type: `a`, `b`",
            "Допустимые символы: `a-z`, `.`, `_`",
            "Передайте один из параметров: `a`, `b` или `c`",
            "Type: `a`, `b`, `c`, if not `d`",
            "Possible values depend on `a`, `b`",
            "Values: `{x}`, `y`",
            "The key `mode` can take the values `a`, `b`",
            "Параметр `align` задает место. Возможные значения: `left`, `right`",
            "Дан будет набор полей со значениями на языке:\n- `A` — a\n- `B` — b",
            "Нумерация начинается с `0`:\n- `.a@0` удаляет первую,\n- `.a@2` удаляет третью",
            "Может принимать значения:\n- `string` — text\n- `null` — nothing",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
