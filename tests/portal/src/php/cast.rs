//! PHP's casts and tests: `(bool)`, `(int)`, `(string)`.

use super::{Value, number};

impl Value {
    /// `(bool)`; its opposite is also PHP's `empty()`.
    pub(crate) fn truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(value) => *value,
            Self::Int(number) => *number != 0,
            Self::Float(number) => *number != 0.0,
            Self::Text(text) => !matches!(text.as_slice(), b"" | b"0"),
            Self::Array(array) => !array.is_empty(),
            Self::Rows(rows) => rows.len() > 0,
        }
    }

    /// `== $text`: JSON's `true` equals every text that is not empty.
    pub(crate) fn loosely_is(&self, text: &str) -> bool {
        match self {
            Self::Bool(value) => *value != text.is_empty(),
            Self::Text(own) => own == text.as_bytes(),
            _ => false,
        }
    }

    /// `(int)`: text gives its leading number, an array whether it holds anything.
    pub(crate) fn to_int(&self) -> i64 {
        match self {
            Self::Null => 0,
            Self::Bool(value) => i64::from(*value),
            Self::Int(number) => *number,
            Self::Float(number) => whole(*number),
            Self::Text(text) => leading_int(text),
            Self::Array(_) | Self::Rows(_) => i64::from(self.truthy()),
        }
    }

    /// `(string)`; an array, which PHP turns into a warning, gives `None`.
    pub(crate) fn to_text(&self) -> Option<Vec<u8>> {
        Some(match self {
            Self::Null | Self::Bool(false) => Vec::new(),
            Self::Bool(true) => b"1".to_vec(),
            Self::Int(number) => number.to_string().into_bytes(),
            Self::Float(number) => number::cast_float(*number).into_bytes(),
            Self::Text(text) => text.clone(),
            Self::Array(_) | Self::Rows(_) => return None,
        })
    }

    /// `(string)` for what people read; what is not UTF-8 is replaced.
    pub(crate) fn to_lossy(&self) -> String {
        let text = self.to_text().unwrap_or_default();
        String::from_utf8_lossy(&text).into_owned()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "PHP truncates towards zero too; its wrap-around beyond 64 bits is not imitated"
)]
fn whole(number: f64) -> i64 {
    number as i64
}

fn leading_int(text: &[u8]) -> i64 {
    let text = String::from_utf8_lossy(text);
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let end = numeric_end(text.as_bytes());
    let number = &text[..end];
    match number.parse::<i64>() {
        Ok(number) => number,
        Err(_) => whole(number.parse::<f64>().unwrap_or(0.0)),
    }
}

/// How far a number reaches from the start: sign, digits, fraction, exponent.
fn numeric_end(text: &[u8]) -> usize {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let mut end = digits(start);
    let mut any = end > start;
    if text.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        any |= fraction > end + 1;
        if any {
            end = fraction;
        }
    }
    if !any {
        return 0;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            return exponent;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gives_its_leading_number() {
        for (text, number) in [
            ("39", 39),
            (" 39abc", 39),
            ("-7", -7),
            ("1e3", 1000),
            ("1.9", 1),
            (".5x", 0),
            ("", 0),
            ("abc", 0),
            ("+", 0),
            ("1e", 1),
            ("99999999999999999999", i64::MAX),
        ] {
            assert_eq!(Value::from(text).to_int(), number, "{text:?}");
        }
    }

    #[test]
    fn zero_as_text_is_false_but_other_zeros_are_true() {
        assert!(!Value::from("0").truthy());
        assert!(Value::from("0.0").truthy());
        assert!(Value::from("false").truthy());
    }
}
