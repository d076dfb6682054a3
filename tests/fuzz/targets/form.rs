//! Forms that anyone can send to an application: its opening, events, and tokens that were kept.

use b24::{ConfigError, Tokens};

use super::input::Input;
use super::{meter, shown};

/// Which form; then its content, of an opening request the query in a line of its own.
pub(super) fn run(data: &[u8]) {
    let mut input = Input(data);
    let which = input.choice(3);
    let Some((first, rest)) = input.lines() else {
        return;
    };
    meter::bounded(data.len(), || match which {
        0 => examine(Tokens::from_opening_request(first, rest)),
        1 => examine(Tokens::from_event(first)),
        _ => examine(Tokens::from_json(std::str::from_utf8(input.0).unwrap())),
    });
}

fn examine(read: Result<Tokens, ConfigError>) {
    let tokens = match read {
        Ok(tokens) => tokens,
        Err(error) => return shown::words_alone(&error),
    };
    let origin = tokens.client_endpoint();
    let origin = origin.strip_suffix("/rest/").unwrap();
    assert_eq!(format!("{tokens:?}"), format!("Tokens({origin}, ***)"));
    assert!(origin.ends_with(tokens.domain()) && !tokens.domain().contains(['/', '@', '?', '#']));
    assert!(!tokens.access_token().is_empty() && tokens.refresh_token() != Some(""));
    // What was kept is what was there.
    assert_eq!(Tokens::from_json(&tokens.to_json()).unwrap(), tokens);
}
