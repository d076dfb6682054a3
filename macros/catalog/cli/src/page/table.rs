//! From `#|` to `|#`: rows between `||`, cells between `|`.

use super::inline::code;
use super::lines::{Lines, opens_code};
use super::{Cell, Fault, Line, Row, Table};

/// Reads a table whose opening line was taken.
pub(super) fn read(line: usize, lines: &mut Lines<'_>, faults: &mut Vec<Fault>) -> Table {
    let mut reader = Reader {
        table: Table {
            line,
            rows: Vec::new(),
        },
        row: None,
    };
    while let Some((number, text)) = lines.next() {
        let inside = text.trim_start();
        if inside.starts_with("|#") {
            reader.unclosed(faults);
            return reader.table;
        }
        if inside.starts_with("#|") {
            let table = read(number, lines, faults);
            match reader.cell() {
                Some(cell) => cell.tables.push(table),
                None => faults.push(Fault {
                    line: number,
                    reason: "a table stands between the rows of another",
                }),
            }
        } else if opens_code(inside) {
            match lines.skip_code() {
                // The row may end where the sample does.
                Some(behind) => reader.text(number, behind, faults),
                None => faults.push(Fault {
                    line: number,
                    reason: "the code sample is never closed",
                }),
            }
        } else {
            reader.text(number, text, faults);
        }
    }
    reader.unclosed(faults);
    faults.push(Fault {
        line,
        reason: "the table is never closed",
    });
    reader.table
}

struct Reader {
    table: Table,
    /// The row that is open.
    row: Option<Row>,
}

/// What divides a line of a table.
enum Mark {
    Cell,
    Row,
}

impl Reader {
    fn cell(&mut self) -> Option<&mut Cell> {
        self.row.as_mut()?.cells.last_mut()
    }

    fn open(&mut self, line: usize) {
        let cells = vec![Cell::default()];
        self.row = Some(Row { line, cells });
    }

    fn close(&mut self) {
        self.table.rows.extend(self.row.take());
    }

    fn unclosed(&mut self, faults: &mut Vec<Fault>) {
        if let Some(row) = &self.row {
            faults.push(Fault {
                line: row.line,
                reason: "the row is never closed",
            });
            self.close();
        }
    }

    fn text(&mut self, number: usize, text: &str, faults: &mut Vec<Fault>) {
        let mut rest = text;
        // At the start of a line, `||` with something behind it opens a row, whatever is open.
        if let Some(behind) = text.trim_start().strip_prefix("||") {
            if self.row.is_some() && behind.trim().is_empty() {
                self.close();
                return;
            }
            self.unclosed(faults);
            self.open(number);
            rest = behind;
        }
        while let Some((place, length, mark)) = mark(rest, self.row.is_some()) {
            self.push(number, &rest[..place]);
            rest = &rest[place + length..];
            match mark {
                Mark::Cell => {
                    if let Some(row) = &mut self.row {
                        row.cells.push(Cell::default());
                    }
                }
                Mark::Row if self.row.is_some() => self.close(),
                Mark::Row => self.open(number),
            }
        }
        self.push(number, rest);
    }

    /// Text between rows is nothing.
    fn push(&mut self, number: usize, text: &str) {
        let text = text.trim_end();
        if let Some(cell) = self.cell()
            && !text.trim().is_empty()
        {
            cell.lines.push(Line {
                number,
                text: text.to_owned(),
            });
        }
    }
}

/// The first mark of a line that is neither escaped nor in code: where it is, and how long. `open`:
/// whether the line is inside of a row.
fn mark(text: &str, open: bool) -> Option<(usize, usize, Mark)> {
    let mut place = 0;
    while let Some(found) = text[place..].find(['`', '|', '\\']) {
        place += found;
        let rest = &text[place..];
        if rest.starts_with('\\') {
            let escaped = rest.chars().nth(1).map_or(0, char::len_utf8);
            place += 1 + escaped;
        } else if rest.starts_with('`') {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            place += code(rest).map_or(ticks, |(_, length)| length);
        } else if let Some(behind) = rest.strip_prefix("||") {
            // Within a text it is an operator.
            let behind = behind.trim_start();
            if !open || behind.is_empty() || behind.starts_with("||") {
                return Some((place, 2, Mark::Row));
            }
            place += 2;
        } else {
            return Some((place, 1, Mark::Cell));
        }
    }
    None
}
