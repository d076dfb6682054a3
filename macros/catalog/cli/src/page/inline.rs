//! What stands within a line: code, bold, links.

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'a> {
    /// As it stands there.
    Text(&'a str),
    /// Between backticks, without them.
    Code(&'a str),
    /// `[text](target)`
    Link(Link<'a>),
}

/// `[text](target)`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link<'a> {
    /// May hold code.
    pub text: &'a str,
    /// A path, an anchor, or both.
    pub target: &'a str,
}

/// The pieces of a text. What is not closed is text.
#[must_use]
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(place) = rest[from..].find(['`', '[']).map(|place| from + place) {
        let found = if rest[place..].starts_with('`') {
            code(&rest[place..])
        } else {
            link(&rest[place..])
        };
        let Some((span, length)) = found else {
            from = place + 1;
            continue;
        };
        if place > 0 {
            spans.push(Span::Text(&rest[..place]));
        }
        spans.push(span);
        (rest, from) = (&rest[place + length..], 0);
    }
    if !rest.is_empty() {
        spans.push(Span::Text(rest));
    }
    spans
}

/// Code at the start of a text, and how long it is with its backticks.
pub(super) fn code(text: &str) -> Option<(Span<'_>, usize)> {
    let fence = text.len() - text.trim_start_matches('`').len();
    let (ticks, inside) = text.split_at(fence);
    let mut from = 0;
    loop {
        let end = from + inside[from..].find(ticks)?;
        let longer = inside[end + fence..].starts_with('`');
        if !longer {
            return Some((Span::Code(inside[..end].trim()), 2 * fence + end));
        }
        // A longer run of backticks closes nothing.
        from = inside.len() - inside[end..].trim_start_matches('`').len();
    }
}

fn link(text: &str) -> Option<(Span<'_>, usize)> {
    let mut depth = 0_usize;
    let close = text.char_indices().find(|(_, letter)| {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (close, _) = close?;
    let target = text[close + 1..].strip_prefix('(')?;
    let end = target.find(')')?;
    let link = Link {
        text: &text[1..close],
        target: target[..end].trim(),
    };
    Some((Span::Link(link), close + 1 + 1 + end + 1))
}

/// What stands in backticks, links included.
#[must_use]
pub fn code_spans(text: &str) -> Vec<&str> {
    let mut codes = Vec::new();
    for span in spans(text) {
        match span {
            Span::Code(code) => codes.push(code),
            Span::Link(link) => codes.extend(code_spans(link.text)),
            Span::Text(_) => {}
        }
    }
    codes
}

/// A text without links' targets, backticks, bold and escapes.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for span in spans(text) {
        match span {
            Span::Text(text) => plain.push_str(&unescape(&text.replace("**", ""))),
            Span::Code(code) => plain.push_str(code),
            Span::Link(link) => plain.push_str(&self::plain(link.text)),
        }
    }
    plain
}

/// `\*` as `*`.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes {
            plain.push(letter);
        } else if let Some(escaped) = letters.next() {
            plain.push(escaped);
        }
    }
    plain
}
