//! The words of a constant that fails: put together by the compiler, which has no `format!`.

pub(super) const fn contains(values: &[&str], wanted: &str) -> bool {
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
    let (mut least, mut longest) = (usize::MAX, 0);
    let mut place = 0;
    while place < values.len() {
        let value = values[place];
        let tolerance = match value.len() / 3 {
            0 => 1,
            third if third > 4 => 4,
            third => third,
        };
        let edits = edits(value.as_bytes(), typed.as_bytes());
        // Of two that are as close, the one that begins so: first letters are seldom mistyped.
        let common = common(value.as_bytes(), typed.as_bytes());
        if edits <= tolerance && (edits < least || edits == least && common > longest) {
            (least, longest) = (edits, common);
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

/// How many letters they have in common at the beginning.
const fn common(a: &[u8], b: &[u8]) -> usize {
    let mut place = 0;
    while place < a.len() && place < b.len() && alike(a[place], b[place]) {
        place += 1;
    }
    place
}

const fn alike(a: u8, b: u8) -> bool {
    a.eq_ignore_ascii_case(&b)
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The words of an error, put together by the compiler.
pub(super) struct Message {
    bytes: [u8; 2048],
    length: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 2048],
            length: 0,
        }
    }

    /// Appends a piece of text, unless there is no more room.
    pub(super) const fn push(&mut self, text: &str) {
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

    /// "`VALUE` is not (a value of) `NAME`", and which of the known ones may have been meant.
    pub(super) const fn refuse(&mut self, value: &str, what: &str, name: &str, known: &[&str]) {
        if self.length > 0 {
            self.push("\n");
        }
        self.push("`");
        self.push(value);
        self.push("` is not ");
        self.push(what);
        self.push(" `");
        self.push(name);
        self.push("`");
        if let Some(meant) = closest(known, value) {
            self.push("; did you mean `");
            self.push(meant);
            self.push("`?");
        }
    }

    pub(super) const fn list(&mut self, which: &str, values: &[&str]) {
        self.push("\n");
        self.push(which);
        self.push(" are: ");
        let mut place = 0;
        while place < values.len() {
            if place > 0 {
                self.push(", ");
            }
            self.push(values[place]);
            place += 1;
        }
    }

    pub(super) const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "a listed value is none of the known ones",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{closest, edits};

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

    #[test]
    fn of_two_as_close_the_one_that_begins_so_is_meant() {
        assert_eq!(closest(&["ASC", "DESC"], "DSC"), Some("DESC"));
        assert_eq!(closest(&["OPEN", "CHAT"], "PINK"), None);
    }
}
