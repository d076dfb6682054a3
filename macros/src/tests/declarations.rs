//! Declarations without a mistake in them.

use proc_macro2::TokenStream;
use quote::quote;

/// The options, and the struct.
pub(super) type Declaration = (TokenStream, TokenStream);

/// The method that the project starts from.
pub(super) fn seed() -> Declaration {
    (
        quote! { "imbot.chat.add", returns = b24::Id, errors(INVALID_FORMAT, BOT_ID_ERROR) },
        quote! {
            /// Creates a chat on behalf of a chat bot.
            #[derive(Debug, Clone)]
            #[allow(deprecated)]
            pub struct ChatAdd {
                /// Who may join.
                #[b24(enum = ["OPEN", "CHAT"], default = "CHAT")]
                pub r#type: Option<String>,
                #[b24(required, length = 1..=255)]
                pub title: Option<String>,
                #[b24(items = ..=100)]
                pub users: Option<Vec<u64>>,
                #[b24(range = 1.., rename = "BOT_ID")]
                pub bot: Option<u64>,
                #[b24(secret)]
                pub client_id: Option<String>,
                #[b24(skip)]
                pub note: Option<String>,
            }
        },
    )
}

/// One with every option, one with every kind of generic parameter, and one with nothing.
pub(super) fn all() -> Vec<Declaration> {
    vec![
        seed(),
        (
            quote! {
                "test.v2.Chat.add", unlisted, rename_all = "camelCase", effect = read, default, crate = sdk::b24,
                errors(BOT_ID_ERROR, "expired_token", 100), errors_name = ChatError,
                returns = Vec<(u64, String)>
            },
            quote! {
                #[expect(dead_code, reason = "shown")]
                pub(crate) struct ChatAdd {
                    #[b24(enum = [1, -2, 3], default = -2)]
                    kind: Option<i64>,
                    #[b24(range = -0.5..0.5, default = f64::from(0))]
                    share: Option<f64>,
                    #[b24(kind = list<integer | text>, items = 1..=3, default = [1, 2])]
                    users: Option<Vec<u64>>,
                    #[b24(length = 2..)]
                    #[b24(rename = "chatTitle", secret)]
                    r#async: Option<String>,
                }
            },
        ),
        (
            quote! { "test.chat.get", unlisted },
            quote! {
                struct ChatGet<'a, T: Clone + 'a, const N: usize = 3> where T: b24::Scalar {
                    #[b24(required)]
                    entity: Option<&'a T>,
                    list: Option<[T; N]>,
                    map: Option<std::collections::BTreeMap<String, T>>,
                }
            },
        ),
        (
            quote! { "user.current", effect = read },
            quote! { struct UserCurrent; },
        ),
    ]
}

/// An enum of texts, which is open.
pub(super) fn color() -> Declaration {
    (
        quote! { rename_all = "camelCase" },
        quote! {
            /// Colors.
            #[derive(Debug, Clone)]
            #[allow(deprecated)]
            pub enum Color {
                Red,
                LightBlue,
                #[b24("MINT")]
                Mint,
                #[b24(other)]
                Other(String),
            }
        },
    )
}

/// One of texts, and one of numbers.
pub(super) fn enums() -> Vec<Declaration> {
    vec![
        color(),
        (
            quote! { crate = sdk::b24 },
            quote! {
                enum OwnerType {
                    #[b24(1)]
                    Lead = 3,
                    #[b24(-2)]
                    Deal,
                    #[b24(other)]
                    Else(i64),
                }
            },
        ),
    ]
}

/// An object that goes both ways.
pub(super) fn contact() -> Declaration {
    (
        quote! {},
        quote! {
            /// A contact.
            #[derive(Debug, Clone)]
            pub struct Contact {
                /// What it is called.
                #[b24(required, length = 1..=50)]
                pub name: String,
                pub phone: Option<Vec<Phone>>,
                #[b24(default = "EUR")]
                pub currency: String,
                #[b24(skip)]
                pub seen: bool,
                #[b24(flatten)]
                pub custom: BTreeMap<String, Value>,
            }
        },
    )
}

/// An object that is one of several.
pub(super) fn field_kind() -> Declaration {
    (
        quote! { tag = "USER_TYPE_ID", content = "SETTINGS", rename_all = "lowercase" },
        quote! {
            /// What is in `SETTINGS` is said by `USER_TYPE_ID`.
            #[derive(Debug, Clone)]
            pub enum FieldKind {
                #[b24("string")]
                Text(Text),
                Boolean,
                #[b24(other)]
                Other(Map<String, Value>),
            }
        },
    )
}

/// Objects of every kind, in both directions and with type parameters.
pub(super) fn objects() -> Vec<Declaration> {
    vec![
        contact(),
        field_kind(),
        (
            quote! { parameter, rename_all = "camelCase", default, crate = sdk::b24 },
            quote! {
                #[expect(dead_code)]
                struct Paging<'a, T: Clone + 'a, const N: usize = 3> {
                    #[b24(range = 1..=50, secret, kind = integer)]
                    page_size: Option<u64>,
                    #[b24(requires = [page_size], rename = "ORDER")]
                    order: Option<&'a [T; N]>,
                    #[b24(flatten)]
                    further: T,
                }
            },
        ),
        (
            quote! { result },
            quote! {
                struct Page<T> {
                    items: Vec<T>,
                    #[b24(default = Some(0))]
                    next: Option<u64>,
                    #[b24(flatten)]
                    rest: BTreeMap<String, T>,
                }
            },
        ),
        (
            quote! { tag = "ownerTypeId" },
            quote! {
                enum Owner<T> {
                    #[b24(1)]
                    Lead(T),
                    #[b24(-2)]
                    Deal = 2,
                }
            },
        ),
        (
            quote! { untagged, parameter },
            quote! { enum Title<T> { One(String), Many(Vec<T>) } },
        ),
        (quote! { result, untagged }, quote! { enum Title { One(String) } }),
        (quote! {}, quote! { struct Nothing; }),
    ]
}
