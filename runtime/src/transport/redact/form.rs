//! Secrets within a form or the query of an address, found by the names of parameters.

use percent_encoding::percent_decode_str;

use super::names::is_secret_parameter;
use crate::secret::HIDDEN;

/// The form with secrets blotted out, and every other value as `show` gives it.
pub(super) fn form(text: &str, show: impl Fn(&str) -> String) -> String {
    let read = |name: &str| percent_decode_str(name).decode_utf8_lossy().into_owned();
    let parameters = text.split('&').map(|parameter| parameter.split_once('='));
    let grants = parameters.flatten().any(|(name, _)| read(name) == "grant_type");
    let shown = text.split('&').map(|parameter| match parameter.split_once('=') {
        Some((name, value)) if !value.is_empty() && is_secret_parameter(&read(name), grants) => {
            format!("{name}={HIDDEN}")
        }
        _ => show(parameter),
    });
    // Once more as a whole: HTML's escapes begin with the mark that ends a parameter.
    show(&shown.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn a_secret_is_found_where_it_is_split() {
        let show = |text: &str| text.replace("a&#x62;c", "***");
        assert_eq!(form("x=1a&#x62;c&y=2", show), "x=1***&y=2");
    }

    #[test]
    fn a_secret_is_found_by_its_name() {
        for (given, shown) in [
            ("AUTH_ID=t0k&DOMAIN=x", "AUTH_ID=***&DOMAIN=x"),
            ("auth%5Baccess_token%5D=t0k&a=1", "auth%5Baccess_token%5D=***&a=1"),
            (
                "data[BOT][5][AUTH][refresh_token]=t0k",
                "data[BOT][5][AUTH][refresh_token]=***",
            ),
            (
                "grant_type=authorization_code&code=t0k",
                "grant_type=authorization_code&code=***",
            ),
            ("code=EUR&author=1&auth=", "code=EUR&author=1&auth="),
            ("", ""),
        ] {
            assert_eq!(form(given, str::to_owned), shown);
        }
    }
}
