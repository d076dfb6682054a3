//! The names that secrets have on the wire.

/// Whether what has this name is a secret, whoever sends it: letters count without their case, and
/// nothing but letters and digits.
pub(super) fn is_secret(name: &str) -> bool {
    const WHOLE: [&str; 12] = [
        "ap",
        "apikey",
        "appsid",
        "auth",
        "authid",
        "authorization",
        "cookie",
        "proxyauthorization",
        "refreshid",
        "sessid",
        "phpsessid",
        "setcookie",
    ];
    const ENDS: [&str; 4] = ["token", "secret", "password", "passwd"];
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    WHOLE.contains(&name.as_str()) || ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a parameter of a form is: by any part of a name such as `auth[access_token]`, and `code`
/// beside a `grant_type`, where it is what the authorization server gives tokens for.
pub(super) fn is_secret_parameter(name: &str, grants: bool) -> bool {
    name.split(['[', ']']).any(is_secret) || (grants && name == "code")
}
