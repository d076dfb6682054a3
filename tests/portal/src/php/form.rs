//! `parse_str`: a query string or an urlencoded form.

use super::{Array, Key, Value};

/// `max_input_nesting_level`: a name with more brackets loses its whole variable.
const NESTING: usize = 64;

/// Reads `a=1&b[c][]=2` as PHP does. All values are text. PHP's limit on the number of
/// variables (`max_input_vars`) is not imitated: portals set it as they like.
pub(crate) fn parse_form(text: &[u8]) -> Array {
    let mut form = Array::new();
    for pair in text.split(|byte| *byte == b'&') {
        let mut parts = pair.splitn(2, |byte| *byte == b'=');
        let name = url_decode(parts.next().unwrap_or_default());
        let value = url_decode(parts.next().unwrap_or_default());
        register(&mut form, &name, value);
    }
    form
}

/// Puts one variable into the form, at the place that its name spells.
pub(super) fn register(form: &mut Array, name: &[u8], value: Vec<u8>) {
    let Some((root, path)) = split_name(name) else {
        return;
    };
    let root = Key::of(&root);
    if path.len() > NESTING {
        form.remove_key(&root);
        return;
    }
    let mut slot = form.slot(root);
    for step in path {
        if slot.as_array().is_none() {
            *slot = Value::Array(Array::new());
        }
        let Value::Array(array) = slot else { return };
        slot = match step {
            Step::Named(name) => array.slot(Key::of(name)),
            Step::Appended => match array.push_slot() {
                Some(slot) => slot,
                None => return,
            },
        };
    }
    *slot = Value::Text(value);
}

enum Step<'a> {
    Named(&'a [u8]),
    Appended,
}

/// `a.b[c][]` is the variable `a_b` and the path `c`, append. No name, no variable.
fn split_name(name: &[u8]) -> Option<(Vec<u8>, Vec<Step<'_>>)> {
    // PHP handles names as C strings: a zero byte ends them.
    let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
    let blanks = name.iter().take_while(|byte| **byte == b' ').count();
    let name = &name[blanks..];
    let bracket = name.iter().position(|byte| *byte == b'[');
    let (root, mut rest) = name.split_at(bracket.unwrap_or(name.len()));
    if root.is_empty() {
        return None;
    }
    let mut path = Vec::new();
    // Whatever stands between `]` and something other than `[` is dropped.
    while let Some(inside) = rest.strip_prefix(b"[") {
        // `[]` and `[ ]` append, but a blank before anything else belongs to the key.
        let after = usize::from(inside.first().is_some_and(|byte| is_space(*byte)));
        if inside.get(after) == Some(&b']') {
            path.push(Step::Appended);
            rest = &inside[after + 1..];
        } else if let Some(end) = inside.iter().skip(after).position(|byte| *byte == b']') {
            path.push(Step::Named(&inside[..after + end]));
            rest = &inside[after + end + 1..];
        } else if path.is_empty() {
            // A bracket that is never closed was no bracket: the whole name is flat.
            return Some((flattened(name), path));
        } else {
            break;
        }
    }
    Some((flattened(root), path))
}

/// What PHP variables could not be called becomes `_`.
fn flattened(name: &[u8]) -> Vec<u8> {
    let flat = |byte: &u8| match byte {
        b' ' | b'.' | b'[' => b'_',
        byte => *byte,
    };
    name.iter().map(flat).collect()
}

/// C's `isspace`, which counts the vertical tab, unlike Rust's.
pub(crate) fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0B
}

/// `urldecode`: `+` is a blank; a `%` without two hexadecimal digits stays.
fn url_decode(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, after @ ..]) if let Some(byte) = hex_byte(*high, *low) => {
                out.push(byte);
                rest = after;
            }
            _ => out.push(*first),
        }
    }
    out
}

fn hex_byte(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
