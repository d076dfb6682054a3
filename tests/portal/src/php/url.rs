//! `parse_url`, as far as a command of a batch needs it: a path and a query.

/// Path and query of a URL without a host; either may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Url {
    pub(crate) path: Vec<u8>,
    pub(crate) query: Vec<u8>,
}

/// Takes a URL apart by PHP's rules, which are those of no standard: `a:80` is a host with a port,
/// `a:b` a scheme with a path, `//a` a host. `None` where there is a host, or PHP finds no URL.
pub(crate) fn parse_url(text: &[u8]) -> Option<Url> {
    path_on(text).map(parts)
}

/// The text from where the path begins.
fn path_on(text: &[u8]) -> Option<&[u8]> {
    let not_a_host = || (!text.starts_with(b"//")).then_some(text);
    let Some(colon) = text.iter().position(|byte| *byte == b':') else {
        return not_a_host();
    };
    let after = &text[colon + 1..];
    if colon == 0 || !text[..colon].iter().all(|byte| is_scheme(*byte)) {
        let tail = text.iter().position(|byte| matches!(byte, b'?' | b'#'));
        let before_tail = colon < tail.unwrap_or(text.len());
        let asks_port = colon == 0 || before_tail && !after.is_empty();
        let has_port = asks_port && (after.is_empty() || is_port(after));
        return not_a_host().filter(|_| !has_port);
    }
    let is_file = text[..colon].eq_ignore_ascii_case(b"file");
    match after {
        // `file:///c:/dir`: the drive is the path's beginning.
        [b'/', b'/', b'/', _, b':', ..] if is_file => Some(&after[3..]),
        [b'/', b'/', b'/', ..] if is_file => Some(&after[2..]),
        [] | [b'/', b'/', ..] => None,
        after => (!is_port(after)).then_some(after),
    }
}

/// Up to five digits, and then a path or nothing.
fn is_port(text: &[u8]) -> bool {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..6).contains(&digits) && matches!(text.get(digits), None | Some(b'/'))
}

/// The fragment is cut off first, so a `?` in it is no query.
fn parts(text: &[u8]) -> Url {
    let end = text.iter().position(|byte| *byte == b'#');
    let kept = &text[..end.unwrap_or(text.len())];
    let question = kept.iter().position(|byte| *byte == b'?');
    let (path, query) = kept.split_at(question.unwrap_or(kept.len()));
    Url {
        path: printable(path),
        query: printable(query.get(1..).unwrap_or_default()),
    }
}

/// PHP puts `_` in the place of control characters.
fn printable(text: &[u8]) -> Vec<u8> {
    let shown = |byte: &u8| if byte.is_ascii_control() { b'_' } else { *byte };
    text.iter().map(shown).collect()
}

fn is_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}
