//! `multipart/form-data`: only the fields. Files would be in `$_FILES`, which no method reads.

use super::{Array, form};

/// Reads the fields of a multipart body; empty where the boundary is missing.
pub(crate) fn parse_multipart(content_type: &str, body: &[u8]) -> Array {
    let mut fields = Array::new();
    let Some(boundary) = parameter(content_type, "boundary").filter(|text| !text.is_empty()) else {
        return fields;
    };
    let delimiter = [b"--", boundary.as_bytes()].concat();
    let mut rest = body;
    while let Some(start) = find(rest, &delimiter) {
        let part = &rest[start + delimiter.len()..];
        let end = find(part, &delimiter).unwrap_or(part.len());
        if let Some((name, value)) = field(&part[..end]) {
            form::register(&mut fields, name.as_bytes(), value.to_vec());
        }
        rest = &part[end..];
    }
    fields
}

/// The name and the value of a part, unless it is a file, the end, or broken.
fn field(part: &[u8]) -> Option<(String, &[u8])> {
    let part = part.strip_prefix(b"\r\n")?;
    let head_end = find(part, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&part[..head_end]).into_owned();
    let value = part[head_end + 4..].strip_suffix(b"\r\n")?;
    let disposition = head.lines().find(|line| {
        let name = line.split(':').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("content-disposition")
    })?;
    if parameter(disposition, "filename").is_some() {
        return None;
    }
    Some((parameter(disposition, "name")?, value))
}

/// `name="value"` or `name=value` among the parameters of a header.
fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        let value = value.trim();
        let value = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .unwrap_or(value);
        key.trim().eq_ignore_ascii_case(name).then(|| value.to_owned())
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}
