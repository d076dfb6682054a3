//! JSON as text, where the order of keys and the faults of a sample still are.

/// The first piece of a text: a whole string, or one character. And what follows.
pub(super) fn piece(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let mut end = first.len_utf8();
    if first == '"' {
        let mut escaped = false;
        end = text[1..]
            .find(|c: char| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            })
            .map_or(text.len(), |close| close + 2);
    }
    Some(text.split_at(end))
}

pub(super) fn pieces(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (first, rest) = piece(text)?;
        text = rest;
        Some(first)
    })
}

/// The first key of an object, also of one whose braces are left out.
pub(super) fn first_key(text: &str) -> Option<&str> {
    let inside = text.trim_start().trim_start_matches('{').trim_start();
    let (key, rest) = piece(inside)?;
    let key = key.strip_prefix('"')?.strip_suffix('"')?;
    rest.trim_start().starts_with(':').then_some(key)
}

/// The text without space between its pieces.
pub(super) fn compact(text: &str) -> String {
    pieces(text).filter(|piece| !piece.trim().is_empty()).collect()
}

/// The members of an object in their order, each with its key, without space between them.
pub(super) fn members(object: &str) -> Vec<(String, String)> {
    let mut members = vec![String::new()];
    let mut depth = 0;
    for piece in pieces(object).filter(|piece| !piece.trim().is_empty()) {
        match piece {
            "}" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 1 && piece == "," {
            members.push(String::new());
        } else if depth > 0
            && let Some(member) = members.last_mut()
        {
            member.push_str(piece);
        }
        match piece {
            "{" | "[" => depth += 1,
            _ => {}
        }
    }
    let key = |member: &String| first_key(member).map(str::to_owned);
    members
        .into_iter()
        .filter_map(|member| Some((key(&member)?, member)))
        .collect()
}
