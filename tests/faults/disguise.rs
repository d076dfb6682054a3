//! Finds a secret in a text, whatever it is disguised as.

/// A text, and what it says where escapes are read: once, and twice.
pub(crate) struct Undisguised([String; 3]);

impl Undisguised {
    pub(crate) fn of(text: &str) -> Self {
        let once = unescaped(text);
        let twice = unescaped(&once);
        Self([text, &once, &twice].map(str::to_lowercase))
    }

    /// Whether the greater part of the secret is in it.
    pub(crate) fn shows(&self, secret: &str) -> bool {
        let part = secret[..=secret.len() / 2].to_lowercase();
        self.0.iter().any(|text| text.contains(&part))
            || encoded(secret).iter().any(|part| self.0[0].contains(part))
    }
}

/// The text, with each escape turned into the character that it stands for.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let (character, length) = escape(rest).unwrap_or((character, character.len_utf8()));
        plain.push(character);
        rest = &rest[length..];
    }
    plain
}

/// The character that an escape at the beginning of the text stands for, and the escape's length.
fn escape(text: &str) -> Option<(char, usize)> {
    if !text.starts_with(['%', '&', '\\']) {
        return None;
    }
    let number = |before: &str, digits: &str, radix: u32, after: &str| {
        let number = u32::from_str_radix(digits, radix).ok()?;
        let length = before.len() + digits.len() + after.len();
        char::from_u32(number).map(|character| (character, length))
    };
    let of_length = |before: &str, length: usize| {
        let digits = text.strip_prefix(before)?.get(..length)?;
        number(before, digits, 16, "")
    };
    let until = |before: &str, radix: u32, after: &str| {
        let digits = text.strip_prefix(before)?.split_once(after)?.0;
        (digits.len() <= 8).then(|| number(before, digits, radix, after))?
    };
    let plain = || {
        let character = text.strip_prefix('\\')?.chars().next()?;
        Some((character, 1 + character.len_utf8()))
    };
    of_length("%", 2)
        .or_else(|| until("&#x", 16, ";"))
        .or_else(|| until("&#", 10, ";"))
        .or_else(|| until("\\u{", 16, "}"))
        .or_else(|| of_length("\\u", 4))
        .or_else(|| of_length("\\x", 2))
        .or_else(plain)
}

/// The secret within a text that is in Base64, in lower case: what of it does not depend on its
/// neighbours, wherever it begins.
fn encoded(secret: &str) -> [String; 3] {
    [0, 1, 2].map(|before| {
        let bytes = [&vec![b' '; before], secret.as_bytes()].concat();
        let encoded = b24::Base64::from_bytes(&bytes).as_str().to_lowercase();
        // Three bytes are four characters.
        let (first, last) = ((before * 4).div_ceil(3), bytes.len() / 3 * 4);
        encoded[first..last].to_owned()
    })
}

#[test]
fn the_search_finds_what_is_not_hidden() {
    for shown in [
        "c0de5ecret",
        "C0DE5ECRET",
        "c0de5ec",
        "%630%64e5ecret",
        "%25630de5ecret",
        r"\u00630de5ecret",
        r"\u{63}0de5ecret",
        r"\\u00630de5ecret",
        r"c\0de5ecret",
        "c&#48;de5ecret",
        "c&#x30;de5ecret",
        "l2MwZGU1ZWNyZXQv",
        "YzBkZTVlY3JldA==",
    ] {
        let text = format!("at /rest/1/{shown}.");
        assert!(Undisguised::of(&text).shows("c0de5ecret"), "{shown}");
    }
    for hidden in ["***", "c0de", "%", "&#;", r"\u{}", "\\", "%zz"] {
        let text = format!("at /rest/1/{hidden}.");
        assert!(!Undisguised::of(&text).shows("c0de5ecret"), "{hidden}");
    }
}
