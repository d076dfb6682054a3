//! Error codes, from the tables that list them.

use b24_catalog::ErrorCode;

use crate::doubt::About;
use crate::page::{Block, Cell, Row, Section, Table, code_spans, plain};

use super::Notes;
use super::sections::{Part, Sections, tables};
use super::words::{CODE_HEADS, EMPTY_CODE, STATUS, STATUS_HEADS, has};

/// The documented codes, each once for each status.
pub(super) fn errors(sections: &Sections<'_>, notes: &mut Notes) -> Vec<ErrorCode> {
    let mut errors: Vec<ErrorCode> = Vec::new();
    let mut common = None;
    for (_, section) in sections.all(Part::Errors) {
        // What stands under the first heading holds for those below it.
        common = status(section).or(common);
        for table in tables(section) {
            let Some(columns) = table.rows.first().and_then(columns) else {
                continue;
            };
            for error in table_codes(table, columns, common, notes) {
                if !errors.contains(&error) {
                    errors.push(error);
                }
            }
        }
    }
    errors
}

#[derive(Clone, Copy)]
struct Columns {
    code: usize,
    status: Option<usize>,
}

fn columns(head: &Row) -> Option<Columns> {
    let heads: Vec<String> = head
        .cells
        .iter()
        .map(|cell| plain(&cell.text()).to_lowercase())
        .collect();
    let place = |words: &[&str]| {
        heads
            .iter()
            .position(|head| words.iter().any(|word| head.starts_with(word)))
    };
    Some(Columns {
        code: place(CODE_HEADS)?,
        status: place(STATUS_HEADS),
    })
}

/// The only status that a section names: `HTTP-status: **400**`.
fn status(section: &Section) -> Option<u16> {
    let lines = section.blocks.iter().filter_map(|block| match block {
        Block::Text(line) if has(&line.text, STATUS) => Some(plain(&line.text)),
        _ => None,
    });
    let numbers: Vec<u16> = lines.flat_map(|line| numbers(&line)).collect();
    match numbers[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn numbers(text: &str) -> Vec<u16> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .filter_map(|word| word.parse().ok())
        .filter(|number| (100..600).contains(number))
        .collect()
}

fn table_codes(table: &Table, columns: Columns, common: Option<u16>, notes: &mut Notes) -> Vec<ErrorCode> {
    let mut errors = Vec::new();
    for row in table.rows.iter().skip(1) {
        let Some(cell) = row.cells.get(columns.code) else {
            continue;
        };
        let own = columns.status.and_then(|place| row.cells.get(place));
        let own = own.map(|cell| numbers(&plain(&cell.text())));
        let status = match own.as_deref() {
            Some([only]) => Some(*only),
            Some(_) => None,
            None => common,
        };
        match codes(cell) {
            Ok(codes) => errors.extend(codes.into_iter().map(|code| ErrorCode { code, status })),
            Err(text) => notes.doubt(row.line, About::ErrorCode, &text),
        }
    }
    errors
}

/// The codes of a cell. A dash is none; what is no code is an error.
fn codes(cell: &Cell) -> Result<Vec<String>, String> {
    let text = cell.text();
    let codes: Vec<String> = code_spans(&text)
        .into_iter()
        .map(|code| code.trim_matches('"').to_owned())
        .collect();
    let bare = plain(&text).trim().trim_matches(['"', '\'']).to_owned();
    if codes.is_empty()
        && (bare.is_empty()
            || bare
                .chars()
                .all(|letter| matches!(letter, '-' | '\u{2014}' | '\u{2013}')))
    {
        return Ok(Vec::new());
    }
    if EMPTY_CODE
        .iter()
        .any(|phrase| bare.to_lowercase().contains(phrase))
    {
        return Ok(vec![String::new()]);
    }
    let codes = if codes.is_empty() {
        vec![bare.clone()]
    } else {
        codes
    };
    if codes.iter().all(|code| is_code(code)) {
        Ok(codes)
    } else {
        Err(bare)
    }
}

fn is_code(text: &str) -> bool {
    text.chars().all(|letter| {
        letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':' | '\\' | '/' | '#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::read;

    fn of(text: &str) -> (Vec<(Option<u16>, String)>, usize) {
        let page = read(text);
        let mut notes = Notes::default();
        let errors = errors(&Sections::of(&page), &mut notes);
        (
            errors
                .into_iter()
                .map(|error| (error.status, error.code))
                .collect(),
            notes.doubts.len(),
        )
    }

    #[test]
    fn codes_and_statuses() {
        let page = "# A a.b\n## Обработка ошибок\nHTTP-статус: **400**\n### Возможные коды ошибок\n#|\n\
            || **Код** | **Описание** ||\n|| `A` | x ||\n|| `B`\n`C` | y ||\n|| Пустое значение | z ||\n|| — | z ||\n\
            || `A` | again ||\n|| Some words | z ||\n|#\n";
        let code = |code: &str| (Some(400), code.to_owned());
        assert_eq!(of(page), (vec![code("A"), code("B"), code("C"), code("")], 1));
    }

    #[test]
    fn a_status_of_its_own_counts_more() {
        let page = "# A a.b\n## Error handling\nHTTP status: **400**, **403**\n#|\n|| **Status** | **Code** ||\n\
            || `403` | `A` ||\n|| 4xx | `B` ||\n|#\n#|\n|| **Code** | **Description** ||\n|| 0 | x ||\n|#\n";
        let expected = vec![
            (Some(403), "A".to_owned()),
            (None, "B".to_owned()),
            (None, "0".to_owned()),
        ];
        assert_eq!(of(page), (expected, 0));
    }

    #[test]
    fn other_tables_have_no_codes() {
        assert_eq!(
            of("# A a.b\n## Errors\n#|\n|| **Field** | **Fix** ||\n|| `a` | b ||\n|#\n"),
            (vec![], 0)
        );
    }
}
