//! Texts of digits.

/// A number in decimal notation, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits<'a> {
    pub(super) negative: bool,
    whole: &'a str,
    fraction: &'a str,
    scaled: bool,
}

impl<'a> Digits<'a> {
    /// Takes `text` apart, if it is a number as PHP or a database writes one: a minus, digits, a
    /// fraction, an exponent; nothing around it, no plus before it, no bare point.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, scaled) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
                (all_digits(exponent).then_some(mantissa)?, true)
            }
            None => (text, false),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, all_digits(fraction).then_some(fraction)?),
            None => (mantissa, ""),
        };
        all_digits(whole).then_some(Self {
            negative,
            whole,
            fraction,
            scaled,
        })
    }

    /// The digits before the point, where nothing but zeros follows it and there is no exponent.
    pub(super) fn integral(self) -> Option<&'a str> {
        (!self.scaled && self.fraction.bytes().all(|byte| byte == b'0')).then_some(self.whole)
    }

    /// Whether there is neither a point nor an exponent.
    pub(super) fn is_plain(self) -> bool {
        !self.scaled && self.fraction.is_empty()
    }
}

/// Whether `text` is digits, at least one.
pub(super) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_texts() {
        for text in ["0", "007", "-3", "12.50", "1e3", "1.0E+25", "2E-5"] {
            assert!(Digits::of(text).is_some(), "{text}");
        }
        for text in [
            "", "-", "+1", " 1", "1 ", "1.", ".5", "1e", "e3", "1e+", "1e3.5", "12abc", "0x1F", "1,5",
            "1.2.3", "--1", "١", "inf", "NaN",
        ] {
            assert_eq!(Digits::of(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_fraction_of_zeros_is_integral() {
        let integral = |text| Digits::of(text).and_then(Digits::integral);
        for (text, whole) in [("12", "12"), ("12.0", "12"), ("-12.00", "12"), ("007", "007")] {
            assert_eq!(integral(text), Some(whole));
        }
        for text in ["12.5", "12.01", "1e3", "12.0e0"] {
            assert_eq!(integral(text), None, "{text}");
        }
    }
}
