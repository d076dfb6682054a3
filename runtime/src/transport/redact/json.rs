//! Secrets within JSON, found by the names of members.

use super::names::is_secret;
use crate::secret::HIDDEN;
use crate::transport::json::{Token, tokens};

/// The JSON, without white space between its tokens, with everything under a secret's name blotted
/// out, and every other name and text as these two give it.
pub(super) fn json(text: &str, show_name: impl Fn(&str) -> String, show: impl Fn(&str) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    // Whether what is in the open brackets is secret, and whether the next value is.
    let mut within: Vec<bool> = Vec::new();
    let mut next = false;
    for token in tokens(text) {
        let secret = next || within.last() == Some(&true);
        match token {
            Token::Name(name) => {
                next = read(name).is_some_and(|name| is_secret(&name));
                shown.push_str(&told(name, &show_name));
                continue;
            }
            Token::Colon => {
                shown.push(':');
                continue;
            }
            Token::Open(_) => within.push(secret),
            Token::Close(_) => {
                within.pop();
            }
            Token::Text(r#""""#) | Token::Word("true" | "false" | "null") | Token::Comma => {}
            Token::Text(_) | Token::Word(_) if secret => {
                next = false;
                shown.push_str(&quoted(HIDDEN));
                continue;
            }
            Token::Text(text) => {
                shown.push_str(&told(text, &show));
                continue;
            }
            Token::Word(number) => {
                let told = show(number);
                shown.push_str(&if told == number { told } else { quoted(&told) });
                continue;
            }
        }
        next = false;
        token.write(&mut shown);
    }
    shown
}

/// A text in its quotes, as `show` gives what it says; unchanged where that is.
fn told(text: &str, show: impl Fn(&str) -> String) -> String {
    // Half of a pair of surrogates says nothing that could be read.
    let said = read(text).unwrap_or_else(|| text.to_owned());
    match show(&said) {
        told if told == said => text.to_owned(),
        told => quoted(&told),
    }
}

fn read(text: &str) -> Option<String> {
    serde_json::from_str(text).ok()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
