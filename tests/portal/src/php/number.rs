//! How PHP writes a float.

/// How many digits and which exponent letter: PHP has one set of rules and several callers.
#[derive(Debug, Clone, Copy)]
enum Style {
    /// `json_encode` with `serialize_precision = -1`: the shortest text that reads back the same.
    Json,
    /// `(string) $float` with `precision = 14`.
    Cast,
}

/// As `json_encode` writes it; `None` for infinities and NaN, which JSON does not have.
pub(super) fn json_float(number: f64) -> Option<String> {
    number.is_finite().then(|| write(number, Style::Json))
}

/// As `(string) $float` gives it.
pub(super) fn cast_float(number: f64) -> String {
    if number.is_nan() {
        "NAN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "INF" } else { "-INF" }.to_owned()
    } else {
        write(number, Style::Cast)
    }
}

fn write(number: f64, style: Style) -> String {
    let (scientific, widest, letter) = match style {
        Style::Json => (format!("{:e}", number.abs()), 17, 'e'),
        Style::Cast => (format!("{:.13e}", number.abs()), 14, 'E'),
    };
    // `d.ddde±x` always holds an `e`; the fallbacks keep this total.
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        digits => digits,
    };
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if exponent < -4 || exponent >= widest {
        let (first, rest) = digits.split_at(1);
        let rest = if rest.is_empty() { "0" } else { rest };
        let direction = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{first}.{rest}{letter}{direction}{}", exponent.abs());
    }
    let body = match usize::try_from(exponent) {
        Ok(whole) if digits.len() > whole + 1 => {
            format!("{}.{}", &digits[..=whole], &digits[whole + 1..])
        }
        Ok(whole) => format!("{digits:0<width$}", width = whole + 1),
        Err(_) => {
            let zeros = usize::try_from(-1 - exponent).unwrap_or(0);
            format!("0.{}{digits}", "0".repeat(zeros))
        }
    };
    format!("{sign}{body}")
}
