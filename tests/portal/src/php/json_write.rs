//! `json_encode` with the flags of Bitrix24.

use super::{Array, Key, Value, number, utf8};

/// Writes `value` as the real server does: `< > & ' "` as `\u00XX`, `/` as `\/`, other Unicode
/// raw, an empty array as `[]`, an array with keys 0, 1, 2, … as a list.
pub(crate) fn write_json(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, value);
    out
}

fn write(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Int(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Value::Float(number) => match number::json_float(*number) {
            Some(text) => out.extend_from_slice(text.as_bytes()),
            // PHP refuses to encode these at all; a zero is what its partial output would hold.
            None => out.push(b'0'),
        },
        Value::Text(text) => write_text(out, text),
        Value::Array(array) if array.is_list() => write_list(out, array),
        Value::Array(array) => write_object(out, array),
        Value::Rows(rows) => out.extend_from_slice(rows.text()),
    }
}

fn write_list(out: &mut Vec<u8>, array: &Array) {
    out.push(b'[');
    for (place, (_, value)) in array.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(out, value);
    }
    out.push(b']');
}

fn write_object(out: &mut Vec<u8>, array: &Array) {
    out.push(b'{');
    for (place, (key, value)) in array.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        match key {
            Key::Int(number) => out.extend_from_slice(format!("\"{number}\"").as_bytes()),
            Key::Text(text) => write_text(out, text),
        }
        out.push(b':');
        write(out, value);
    }
    out.push(b'}');
}

fn write_text(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    let mut rest = text;
    while !rest.is_empty() {
        let (character, length) = utf8::next_char(rest);
        write_char(out, character.unwrap_or('\u{FFFD}'));
        rest = &rest[length..];
    }
    out.push(b'"');
}

fn write_char(out: &mut Vec<u8>, character: char) {
    let short = match character {
        '\\' => r"\\",
        '/' => r"\/",
        '\u{8}' => r"\b",
        '\u{c}' => r"\f",
        '\n' => r"\n",
        '\r' => r"\r",
        '\t' => r"\t",
        '<' => r"\u003C",
        '>' => r"\u003E",
        '&' => r"\u0026",
        '\'' => r"\u0027",
        '"' => r"\u0022",
        // JavaScript once ended a line at these two, so PHP never leaves them raw.
        '\u{2028}' => r"\u2028",
        '\u{2029}' => r"\u2029",
        '\0'..' ' => {
            out.extend_from_slice(format!("\\u{:04x}", u32::from(character)).as_bytes());
            return;
        }
        _ => {
            let mut room = [0; 4];
            out.extend_from_slice(character.encode_utf8(&mut room).as_bytes());
            return;
        }
    };
    out.extend_from_slice(short.as_bytes());
}
