//! Made-up pages, one for each syntax.

use super::*;

fn table(text: &str) -> Vec<Vec<String>> {
    let page = read(&format!("#|\n{text}\n|#\n"));
    let [Block::Table(table)] = &page.sections[0].blocks[..] else {
        panic!("{page:?}")
    };
    let cells = |row: &Row| row.cells.iter().map(Cell::text).collect();
    table.rows.iter().map(cells).collect()
}

fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let page = read(text);
    page.faults
        .iter()
        .map(|fault| (fault.line, fault.reason))
        .collect()
}

#[test]
fn headings_divide_a_page() {
    let page = read("\u{feff}# Title x.y\ntext\n## One {#a} {#b}\n### Two\n#no heading\n");
    let heads: Vec<_> = page
        .sections
        .iter()
        .map(|s| (s.level, s.title.as_str(), s.line, s.blocks.len()))
        .collect();
    assert_eq!(
        heads,
        [(1, "Title x.y", 1, 1), (2, "One", 3, 0), (3, "Two", 4, 1)]
    );
    assert_eq!(page.sections[1].anchors, ["a", "b"]);
}

#[test]
fn samples_hold_no_headings_and_notes_hold_lines() {
    let page =
        read("{% note warning \"OLD\" %}\n\nUse [x](y).\n\n{% endnote %}\n```bash\n# no heading\n```\n");
    let [Block::Note(note)] = &page.sections[0].blocks[..] else {
        panic!()
    };
    assert_eq!((note.kind.as_str(), note.title.as_str()), ("warning", "OLD"));
    assert_eq!(
        note.lines,
        [Line {
            number: 3,
            text: "Use [x](y).".to_owned()
        }]
    );
    let page = read("{% include [Note](../_includes/required.md) %}");
    let [Block::Include(include)] = &page.sections[0].blocks[..] else {
        panic!()
    };
    assert_eq!(include.target, "../_includes/required.md");
}

#[test]
fn rows_and_cells() {
    assert_eq!(
        table("|| a | b ||\n|| c\nd | e\n\n- f ||"),
        [["a", "b"], ["c\nd", "e\n\n- f".replace("\n\n", "\n").as_str()]]
    );
    assert_eq!(table("||\n\na\n\n|\n\nb\n\n||"), [["a", "b"]]);
    assert_eq!(table("|| a | b || || c | d ||"), [["a", "b"], ["c", "d"]]);
}

#[test]
fn what_is_escaped_or_code_divides_nothing() {
    assert_eq!(table("|| a \\| b | `c | d` ||"), [["a \\| b", "`c | d`"]]);
    assert_eq!(table("|| ```a|b``` | x || y ||"), [["```a|b```", "x || y"]]);
    assert_eq!(table("|| `a | b ||"), [["`a", "b"]]);
    assert_eq!(
        table("|| a | b\n```\n|| x | y ||\n``` ||\n|| c | d ||"),
        [["a", "b"], ["c", "d"]]
    );
}

#[test]
fn a_table_may_stand_in_a_cell() {
    let page = read("#|\n|| a | b\n#|\n|| c ||\n|#\n||\n|#\n");
    let [Block::Table(table)] = &page.sections[0].blocks[..] else {
        panic!()
    };
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].cells[1].tables[0].rows[0].cells[0].text(), "c");
    assert_eq!(page.faults, []);
}

#[test]
fn broken_syntax_is_a_fault_and_nothing_is_lost() {
    assert_eq!(table("|| a | b\n|| c | d ||"), [["a", "b"], ["c", "d"]]);
    assert_eq!(
        faults("#|\n|| a | b\n|| c | d ||\n|#\n"),
        [(2, "the row is never closed")]
    );
    assert_eq!(faults("#|\n|| a | b ||\n"), [(1, "the table is never closed")]);
    assert_eq!(faults("```js\n"), [(1, "the code sample is never closed")]);
    assert_eq!(read("```js\n# one\n## Two\n").sections[0].title, "Two");
    assert_eq!(faults("{% note info %}\n"), [(1, "the note is never closed")]);
    assert_eq!(
        faults("#|\n#|\n|#\n|#\n"),
        [(2, "a table stands between the rows of another")]
    );
}

#[test]
fn spans_of_a_line() {
    assert_eq!(
        spans("a `b` [`c`](d#e) [f] `g"),
        [
            Span::Text("a "),
            Span::Code("b"),
            Span::Text(" "),
            Span::Link(Link {
                text: "`c`",
                target: "d#e"
            }),
            Span::Text(" [f] `g"),
        ]
    );
    assert_eq!(code_spans("```a``b``` [`c[]`](d) ``e``"), ["a``b", "c[]", "e"]);
    assert_eq!(plain("**UF_\\*** [`x`](y) `z`"), "UF_* x z");
    assert_eq!(plain("]] [a]( ``"), "]] [a]( ``");
}
