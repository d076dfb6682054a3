//! Compares `#[b24(enum = [...])]` with the values of the field's type, while the user's crate is
//! compiled.

use super::Table;

/// A list, and the known values if there are any.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    known: Option<&'a Table>,
    values: &'a [&'a str],
}

/// A list that is to be compared.
#[must_use]
pub const fn listed<'a>(known: Option<&'a Table>, values: &'a [&'a str]) -> Listed<'a> {
    Listed { known, values }
}

impl Listed<'_> {
    /// Fails the compilation where the listed value at `place` is none of the known ones: generated
    /// code calls it at each value. The first failure ends a constant, so it speaks of the further
    /// values too.
    ///
    /// # Panics
    /// That is how a constant fails.
    #[track_caller]
    #[allow(clippy::panic)] // never in a running program: generated code calls it in constants alone
    pub const fn at(self, mut place: usize) {
        let Some(known) = self.known else {
            return;
        };
        if contains(known.values, self.values[place]) {
            return;
        }
        let mut message = Message::new();
        while place < self.values.len() {
            if !contains(known.values, self.values[place]) {
                message.refuse(self.values[place], known);
            }
            place += 1;
        }
        message.list(known.values);
        panic!("{}", message.text());
    }
}

const fn contains(values: &[&str], wanted: &str) -> bool {
    let mut place = 0;
    while place < values.len() {
        if same(values[place].as_bytes(), wanted.as_bytes()) {
            return true;
        }
        place += 1;
    }
    false
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut place = 0;
    while place < a.len() && place < b.len() && a[place] == b[place] {
        place += 1;
    }
    place == a.len() && place == b.len()
}

/// The value closest to a mistyped one, if it is close: the rule is that of all suggestions, one edit
/// in short values and a third of longer ones.
const fn closest<'a>(values: &[&'a str], typed: &str) -> Option<&'a str> {
    // Numbers are not mistyped letter by letter.
    if let [b'-' | b'0'..=b'9', ..] = typed.as_bytes() {
        return None;
    }
    let mut found = None;
    let mut least = usize::MAX;
    let mut place = 0;
    while place < values.len() {
        let value = values[place];
        let tolerance = match value.len() / 3 {
            0 => 1,
            third if third > 4 => 4,
            third => third,
        };
        let edits = edits(value.as_bytes(), typed.as_bytes());
        if edits <= tolerance && edits < least {
            least = edits;
            found = Some(value);
        }
        place += 1;
    }
    found
}

/// The longest value that is compared letter by letter.
const LONGEST: usize = 64;

/// How many letters have to be inserted, removed, replaced, or swapped with their neighbour; upper and
/// lower case are the same.
const fn edits(a: &[u8], b: &[u8]) -> usize {
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    // Rows of the usual table: the one before the last, the last, and the next.
    let mut rows = [[0; LONGEST + 1]; 3];
    let mut column = 0;
    while column <= b.len() {
        rows[1][column] = column;
        column += 1;
    }
    let mut row = 0;
    while row < a.len() {
        rows[2][0] = row + 1;
        let mut column = 0;
        while column < b.len() {
            let replaced = rows[1][column] + if alike(a[row], b[column]) { 0 } else { 1 };
            let mut least = smaller(replaced, smaller(rows[1][column + 1], rows[2][column]) + 1);
            if row > 0 && column > 0 && alike(a[row], b[column - 1]) && alike(a[row - 1], b[column]) {
                least = smaller(least, rows[0][column - 1] + 1);
            }
            rows[2][column + 1] = least;
            column += 1;
        }
        rows = [rows[1], rows[2], rows[0]];
        row += 1;
    }
    rows[1][b.len()]
}

const fn alike(a: u8, b: u8) -> bool {
    a.eq_ignore_ascii_case(&b)
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The words of an error, put together by the compiler.
struct Message {
    bytes: [u8; 2048],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self {
            bytes: [0; 2048],
            length: 0,
        }
    }

    /// Appends a piece of text, unless there is no more room.
    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if text.len() > self.bytes.len() - self.length {
            return;
        }
        let mut place = 0;
        while place < text.len() {
            self.bytes[self.length] = text[place];
            self.length += 1;
            place += 1;
        }
    }

    const fn refuse(&mut self, value: &str, known: &Table) {
        if self.length > 0 {
            self.push("\n");
        }
        self.push("`");
        self.push(value);
        self.push("` is not a value of `");
        self.push(known.name);
        self.push("`");
        if let Some(meant) = closest(known.values, value) {
            self.push("; did you mean `");
            self.push(meant);
            self.push("`?");
        }
    }

    const fn list(&mut self, values: &[&str]) {
        self.push("\nknown are: ");
        let mut place = 0;
        while place < values.len() {
            if place > 0 {
                self.push(", ");
            }
            self.push(values[place]);
            place += 1;
        }
    }

    const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "a listed value is none of the known ones",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLORS: Table = Table {
        name: "Color",
        values: &["RED", "GREEN", "LIGHT_BLUE"],
        integers: &[],
    };

    #[test]
    fn values_of_the_type_are_fine_and_so_is_any_value_of_other_types() {
        let list = listed(Some(&COLORS), &["GREEN", "RED"]);
        list.at(0);
        list.at(1);
        listed(None, &["ANYTHING"]).at(0);
    }

    #[test]
    fn every_value_from_the_wrong_one_on_is_named_once() {
        let list = listed(Some(&COLORS), &["RED", "GREN", "MAUVE", "red"]);
        let refused = std::panic::catch_unwind(|| list.at(1));
        let words = refused.unwrap_err().downcast::<String>().unwrap();
        assert_eq!(
            *words,
            "`GREN` is not a value of `Color`; did you mean `GREEN`?\n\
             `MAUVE` is not a value of `Color`\n\
             `red` is not a value of `Color`; did you mean `RED`?\n\
             known are: RED, GREEN, LIGHT_BLUE"
        );
    }

    #[test]
    fn edits_are_counted_as_people_make_them() {
        for (typed, count) in [
            ("PURPLE", 0),
            ("PURPEL", 1),
            ("PURPL", 1),
            ("purple", 0),
            ("URPLE", 1),
            ("", 6),
        ] {
            assert_eq!(edits(b"PURPLE", typed.as_bytes()), count, "{typed}");
        }
    }
}
