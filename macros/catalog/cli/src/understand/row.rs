//! A row of a table of parameters, before anybody asks what its words mean.

use crate::page::{Cell, Line, Link, Row, Span, Table, plain, spans};

use super::words::{DEFAULT_HEADS, NAME_HEADS, TEXT_HEADS, TYPE_HEADS, VALUE_HEADS, has};

/// A table in which each row is a parameter.
pub(super) struct Rows<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// Lines of rows without a name.
    pub(super) nameless: Vec<usize>,
}

/// A parameter as a table has it.
#[derive(Debug, PartialEq)]
pub(super) struct Entry<'a> {
    pub(super) line: usize,
    /// More than one where the page gives spellings.
    pub(super) names: Vec<String>,
    /// How many stars stand at the name.
    pub(super) stars: usize,
    pub(super) types: Vec<Type<'a>>,
    pub(super) text: Vec<&'a Line>,
    /// What a column of its own says of the default.
    pub(super) default: Option<String>,
    /// Tables within the description.
    pub(super) tables: Vec<&'a Table>,
}

/// A type, and the link on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type<'a> {
    pub(super) name: &'a str,
    pub(super) target: Option<&'a str>,
}

/// What a column tells.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Name,
    Text,
    Default,
    Other,
}

/// `None` if the table is none of parameters. A table may lack its header: then its first row must have
/// a name and a type.
pub(super) fn rows(table: &Table) -> Option<Rows<'_>> {
    let first = table.rows.first()?;
    let (columns, rows) = match columns(first) {
        Some(columns) => (columns, &table.rows[1..]),
        None => (vec![Column::Name, Column::Text], &table.rows[..]),
    };
    let headless = rows.len() == table.rows.len();
    if headless && entry(first, &columns).is_none_or(|entry| entry.types.is_empty()) {
        return None;
    }
    let mut nameless = Vec::new();
    let mut entries = Vec::new();
    for row in rows {
        match entry(row, &columns) {
            Some(entry) => entries.push(entry),
            // An empty row is nothing.
            None if row.cells.iter().all(|cell| cell.lines.is_empty()) => {}
            None => nameless.push(row.line),
        }
    }
    Some(Rows { entries, nameless })
}

/// What the columns are, if the row is a header of a table of parameters.
fn columns(row: &Row) -> Option<Vec<Column>> {
    let heads: Vec<String> = row
        .cells
        .iter()
        .map(|cell| plain(&cell.text()).to_lowercase())
        .collect();
    let (first, others) = heads.split_first()?;
    let is_name = NAME_HEADS.iter().any(|head| first.starts_with(head));
    if !is_name || first.len() > 60 {
        return None;
    }
    let mut columns = vec![Column::Name];
    columns.extend(others.iter().map(|head| {
        if has(head, DEFAULT_HEADS) {
            Column::Default
        } else if has(head, TEXT_HEADS) {
            Column::Text
        } else {
            Column::Other
        }
    }));
    let has_types = has(first, TYPE_HEADS);
    if !has_types && VALUE_HEADS.iter().any(|head| first.starts_with(head)) {
        return None;
    }
    let has_text = columns.contains(&Column::Text);
    (has_types || has_text).then_some(columns)
}

fn entry<'a>(row: &'a Row, columns: &[Column]) -> Option<Entry<'a>> {
    let first = row.cells.first()?;
    let (names, stars, types) = name(first)?;
    let mut entry = Entry {
        line: row.line,
        names,
        stars,
        types,
        text: Vec::new(),
        default: None,
        tables: Vec::new(),
    };
    for (place, cell) in row.cells.iter().enumerate().skip(1) {
        // A cell too many is a part of the last one, divided by a stroke that should be escaped.
        match columns.get(place).or(columns.last()) {
            Some(Column::Default) => {
                let text = cell.text();
                entry.default = Some(text).filter(|text| !text.is_empty() && text != "-");
            }
            Some(Column::Text) => entry.text.extend(&cell.lines),
            _ => {}
        }
        entry.tables.extend(&cell.tables);
    }
    Some(entry)
}

type Name<'a> = (Vec<String>, usize, Vec<Type<'a>>);

fn name(cell: &Cell) -> Option<Name<'_>> {
    let (mut names, mut stars, mut types) = (Vec::new(), 0, Vec::new());
    for line in &cell.lines {
        let mut rest = line.text.trim();
        while let Some((name, marked, behind)) = bold(rest) {
            // What is bold behind a type is no name.
            if types.is_empty() && !name.is_empty() {
                names.push(name);
                stars = stars.max(marked);
            }
            rest = behind;
        }
        if names.is_empty() {
            // A name without bold must be alone on its line, in code.
            let code = rest.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
            names.extend(code.filter(|code| is_name(code)).map(str::to_owned));
        } else {
            self::types(rest, &mut types);
        }
    }
    (!names.is_empty()).then_some((names, stars, types))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// `**name*** rest`, after what little may stand before it.
fn bold(text: &str) -> Option<(String, usize, &str)> {
    let place = text.find("**")?;
    // Behind anything but a stroke or a comma, bold is emphasis.
    if !text[..place]
        .chars()
        .all(|letter| matches!(letter, ' ' | '|' | '\\' | ',' | '/'))
    {
        return None;
    }
    let inside = &text[place + 2..];
    let end = closing(inside)?;
    let mut behind = &inside[end + 2..];
    let mut name = inside[..end].replace('\\', "");
    let mut stars = 0;
    while let Some(bare) = name.strip_suffix("^*^") {
        name = bare.to_owned();
        stars += 1;
    }
    loop {
        if let Some(rest) = behind.strip_prefix("^*^") {
            behind = rest;
        } else if let Some(rest) = behind.strip_prefix('*') {
            behind = rest;
        } else {
            break;
        }
        stars += 1;
    }
    // `**UF_***`: the star belongs to the name, which ends openly.
    if stars == 1 && name.ends_with('_') {
        name.push('*');
        stars = 0;
    }
    // `**name***,**`: the rest of an emphasis that was torn.
    behind = behind.strip_prefix(",**").unwrap_or(behind);
    Some((name.trim().trim_matches('`').trim().to_owned(), stars, behind))
}

/// Where `**` is that is not escaped.
fn closing(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let found = from + text[from..].find("**")?;
        if !text[..found].ends_with('\\') {
            return Some(found);
        }
        from = found + 1;
    }
}

fn types<'a>(text: &'a str, types: &mut Vec<Type<'a>>) {
    for span in spans(text) {
        match span {
            Span::Text(text) if is_joint(text) => {}
            // The types end where a sentence begins.
            Span::Text(_) => break,
            Span::Code(code) => push(code, None, types),
            Span::Link(Link { text, target }) => {
                for span in spans(text) {
                    if let Span::Code(name) | Span::Text(name) = span {
                        push(name, Some(target), types);
                    }
                }
            }
        }
    }
}

/// What stands between two types.
fn is_joint(text: &str) -> bool {
    matches!(
        text.trim_matches([' ', '\\', '|', ',', '/', '[', ']', '\u{a0}']),
        "" | "или" | "or"
    )
}

/// One name, or several with a stroke between.
fn push<'a>(names: &'a str, target: Option<&'a str>, types: &mut Vec<Type<'a>>) {
    let names = names.split(['|', ',']).map(|name| name.trim_matches([' ', '\\']));
    types.extend(
        names
            .filter(|name| !name.is_empty())
            .map(|name| Type { name, target }),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Block, read};

    /// Names, stars and types of a first cell.
    fn cell(text: &str) -> (Vec<String>, usize, Vec<String>) {
        let page = read(&format!(
            "#|\n|| **Name**\n`type` | **Description** ||\n|| {text} | x ||\n|#\n"
        ));
        let Block::Table(table) = &page.sections[0].blocks[0] else {
            panic!()
        };
        let rows = rows(table).unwrap();
        let [entry] = &rows.entries[..] else {
            panic!("{text}")
        };
        let types = entry.types.iter().map(|ty| ty.name.to_owned()).collect();
        (entry.names.clone(), entry.stars, types)
    }

    #[test]
    fn names_have_stars_and_types() {
        let is = |text: &str, name: &str, stars: usize, types: &[&str]| {
            let (names, found, typed) = cell(text);
            assert_eq!((names, found), (vec![name.to_owned()], stars), "{text}");
            assert_eq!(typed, types, "{text}");
        };
        is("**ID**\n[`integer`](../d.md)", "ID", 0, &["integer"]);
        is("**ID***\n[`integer`](d)", "ID", 1, &["integer"]);
        is("**ID**^*^\n`integer`", "ID", 1, &["integer"]);
        is("**ID^*^** [`integer`](d)", "ID", 1, &["integer"]);
        is("**weight****\n[`double`](d)", "weight", 2, &["double"]);
        is("**name***,**\n[`string`](d)", "name", 1, &["string"]);
        is("**UF_\\***\n[`any`](d)", "UF_*", 0, &["any"]);
        is("**DYNAMIC_***\n[`boolean`](d)", "DYNAMIC_*", 0, &["boolean"]);
        is("**UF_...**\n`any`", "UF_...", 0, &["any"]);
        is("**`0`**\n[`string[]`](d)", "0", 0, &["string[]"]);
        is("`code`\n[`string`](d)", "code", 0, &["string"]);
        is(
            "**a**\n[`string`](d) \\|\n[`null`](d)",
            "a",
            0,
            &["string", "null"],
        );
        is("**a**\n[`string` \\| `object`](d)", "a", 0, &["string", "object"]);
        is(
            "**a**\n[```integer|integer[]```](d)",
            "a",
            0,
            &["integer", "integer[]"],
        );
        is("**a**\n[string](d)", "a", 0, &["string"]);
        is("**a**\n[`string`](d) with the value `x`", "a", 0, &["string"]);
        is("**a**\n[`object`]", "a", 0, &["object"]);
        is("**a**\nSorts `a`:\n- `asc`", "a", 0, &[]);
    }

    #[test]
    fn a_row_may_name_two_spellings() {
        assert_eq!(cell("**A**\\|\n**B**\n`char`").0, ["A", "B"]);
    }

    fn heads(text: &str) -> bool {
        let page = read(&format!("#|\n{text}\n|#\n"));
        let Block::Table(table) = &page.sections[0].blocks[0] else {
            panic!()
        };
        rows(table).is_some()
    }

    #[test]
    fn other_tables_are_none() {
        assert!(heads("|| **Название**\n`тип` | **Описание** ||"));
        assert!(heads("|| **Поле** | **Описание** ||"));
        assert!(heads("|| **id**\n`integer` | without a header ||"));
        assert!(!heads("|| **Код** | **Описание** ||"));
        assert!(!heads("|| **Значение** | **Описание** ||"));
        assert!(!heads("|| STATUS_ID | Название ||"));
        assert!(!heads("|| **text** | no type ||"));
    }

    #[test]
    fn columns_are_told_by_their_heads() {
        let page = read(
            "#|\n|| **Название**\n`тип` | **Пример** | **По умолчанию** | **Описание** ||\n|| **a** | x | `5` | one | two ||\n|| | ||\n|| b | c ||\n|#\n",
        );
        let Block::Table(table) = &page.sections[0].blocks[0] else {
            panic!()
        };
        let rows = rows(table).unwrap();
        assert_eq!(rows.entries[0].default.as_deref(), Some("`5`"));
        let text: Vec<&str> = rows.entries[0].text.iter().map(|line| line.text.trim()).collect();
        assert_eq!(text, ["one", "two"]);
        assert_eq!(rows.nameless, [6]);
    }
}
