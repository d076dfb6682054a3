//! A user who forbids what can be forbidden: nothing generated may be in the way.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unused,
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    unused_import_braces,
    unreachable_pub,
    single_use_lifetimes,
    explicit_outlives_requirements,
    elided_lifetimes_in_paths,
    let_underscore_drop,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    variant_size_differences,
    redundant_lifetimes,
    non_ascii_idents,
    keyword_idents,
    meta_variable_misuse,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::missing_inline_in_public_items,
    clippy::missing_docs_in_private_items,
    clippy::absolute_paths,
    clippy::impl_trait_in_params,
    clippy::same_name_method,
    clippy::shadow_reuse,
    clippy::indexing_slicing
)]
#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use b24::{Id, b24_enum, b24_method, b24_object};

/// Creates a chat.
#[b24_method(
    "test.chat.add",
    unlisted,
    returns = Id,
    errors(INVALID_FORMAT, BOT_ID_ERROR, "expired_token", 100),
    errors_name = ChatAddError,
    default
)]
#[derive(Debug, Clone)]
pub struct ChatAdd<'a> {
    /// Who may join.
    #[b24(enum = ["OPEN", "CHAT"], default = "CHAT")]
    pub r#type: Option<String>,
    /// What it is called.
    #[b24(length = 1..=255)]
    pub title: Option<Cow<'a, str>>,
    /// Who is in it.
    #[b24(items = 1..=100)]
    pub users: Option<Vec<u64>>,
    /// The bot.
    #[b24(range = 1.., secret)]
    pub bot_id: Option<u64>,
    /// Not a parameter.
    #[b24(skip)]
    pub note: Option<String>,
}

/// Finds a chat.
#[b24_method("test.chat.get", unlisted, effect = read)]
#[derive(Debug, Clone)]
struct ChatGet<T> {
    /// What it belongs to.
    #[b24(required)]
    entity_id: Option<T>,
}

/// Colors.
#[b24_enum(rename_all = "lowercase")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Color {
    /// The usual one.
    Red,
    /// Out of use.
    #[deprecated]
    #[b24("mauve")]
    Mauve,
    /// Any other.
    #[b24(other)]
    Other(String),
}

/// Paints a chat.
#[b24_method("test.chat.paint", unlisted)]
#[derive(Debug, Clone)]
pub struct ChatPaint {
    /// One of two.
    #[b24(enum = ["red", "mauve"])]
    pub color: Option<Color>,
}

/// A phone, both ways.
#[b24_object(default)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// The number.
    #[b24(length = 3.., default = "+49")]
    pub value: String,
    /// Whose it is.
    #[deprecated]
    #[b24(enum = ["WORK", "HOME"], secret)]
    pub value_type: Option<String>,
    /// Not a member.
    #[b24(skip)]
    pub seen: bool,
    /// Whatever else there is.
    #[b24(flatten)]
    pub further: BTreeMap<String, String>,
}

/// What is only sent.
#[b24_object(parameter, rename_all = "camelCase")]
#[derive(Debug, Clone)]
pub struct Search<'a, T> {
    /// What is looked for.
    #[b24(required)]
    pub words: &'a str,
    /// Where.
    #[b24(flatten, required)]
    pub place: T,
}

/// What is only received.
#[b24_object(result)]
#[derive(Debug, Clone)]
struct Page<T> {
    /// What was found.
    items: Vec<T>,
    /// What comes next.
    #[b24(default = 0_u64)]
    next: u64,
}

/// One of several, by a tag.
#[b24_object(tag = "TYPE", content = "VALUE")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Contact {
    /// A phone.
    Phone(Phone),
    /// Out of use.
    #[deprecated]
    #[b24("fax")]
    Fax,
    /// Any other.
    #[b24(other)]
    Other(BTreeMap<String, String>),
}

/// One of several, by its shape.
#[b24_object(untagged)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// One for all.
    One(String),
    /// One for each language.
    Many(BTreeMap<String, String>),
}

/// Finds contacts.
#[b24_method("test.contact.search", unlisted, returns = Page<Contact>, effect = read)]
#[derive(Debug, Clone)]
struct ContactSearch<'a> {
    /// What is looked for.
    #[b24(required)]
    search: Search<'a, Phone>,
    /// Under which titles.
    titles: Option<Vec<Title>>,
}

fn main() {
    let search = Search::new("Ann", Phone::default().value("+7").seen(true));
    let call = ContactSearch::new(search).titles([Title::One(String::from("Mrs"))]);
    assert!(call.validate().is_err(), "the number is too short");
    let page = Page {
        items: vec![Contact::Phone(Phone::new())],
        next: 0,
    };
    assert_eq!((page.items.len(), page.next), (1, 0), "there is one");
    let paint = ChatPaint::new().color(Color::Red);
    assert_eq!(paint.validate(), Ok(()), "nor with this");
    assert_eq!(Color::VALUES.first(), Some(&"red"), "the first value");
    let chat = ChatAdd::default()
        .r#type("OPEN")
        .title("News")
        .users([1271])
        .bot_id(39)
        .note(None);
    assert_eq!(chat.validate(), Ok(()), "nothing is wrong with it");
    let get = ChatGet::<String>::new(String::from("7"));
    assert_eq!(
        get.entity_id(String::from("8")).validate(),
        Ok(()),
        "nor with this"
    );
}
