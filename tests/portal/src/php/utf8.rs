//! Where PHP sees characters, and where it gives up, in bytes that may not be UTF-8.

/// The next character, or `None` for a broken one, and how many bytes it took.
///
/// PHP replaces a broken sequence as a whole, but never swallows a byte that could begin a
/// character; Rust's lossy decoding cuts such sequences differently.
pub(super) fn next_char(bytes: &[u8]) -> (Option<char>, usize) {
    let length = match bytes.first() {
        None => return (None, 0),
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        Some(byte @ ..0x80) => return (Some(char::from(*byte)), 1),
        Some(_) => return (None, 1),
    };
    let whole = bytes.get(..length).map(std::str::from_utf8);
    if let Some(Ok(text)) = whole
        && let Some(character) = text.chars().next()
    {
        return (Some(character), character.len_utf8());
    }
    let broken = bytes[1..]
        .iter()
        .take(length - 1)
        .take_while(|byte| !begins_character(**byte))
        .count();
    (None, 1 + broken)
}

fn begins_character(byte: u8) -> bool {
    matches!(byte, ..0x80 | 0xC2..=0xF4)
}
