//! The answer as XML, for a method called with `.xml`.

use crate::php::{Array, Key, Value};

/// `<response>…`, without a prolog; list items are `<item>`.
pub(super) fn write_xml(body: &Array) -> Vec<u8> {
    let mut out = b"<response>".to_vec();
    write_members(&mut out, body);
    out.extend_from_slice(b"</response>");
    out
}

fn write_members(out: &mut Vec<u8>, array: &Array) {
    for (key, value) in array.iter() {
        let name: &[u8] = match key {
            Key::Int(_) => b"item",
            Key::Text(name) => name,
        };
        out.extend([b"<", name, b">"].concat());
        match value {
            Value::Array(array) => write_members(out, array),
            Value::Rows(rows) => write_members(out, &rows.to_array()),
            value => write_text(out, &value.to_text().unwrap_or_default()),
        }
        out.extend([b"</", name, b">"].concat());
    }
}

fn write_text(out: &mut Vec<u8>, text: &[u8]) {
    for byte in text {
        match byte {
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'&' => out.extend_from_slice(b"&amp;"),
            b'"' => out.extend_from_slice(b"&quot;"),
            b'\'' => out.extend_from_slice(b"&apos;"),
            byte => out.push(*byte),
        }
    }
}
