//! Texts and lists that the call borrows.

use std::borrow::Cow;

use b24::{b24_method, Scalar};

#[derive(serde::Serialize)]
struct Name<'n>(&'n str);

impl Scalar for Name<'_> {}

#[b24_method("test.chat.add", unlisted)]
#[derive(Clone)]
struct ChatAdd<'a, 'b: 'a> {
    #[b24(required, length = 1..=255)]
    title: Cow<'a, str>,
    #[b24(enum = ["RED", "MINT"], default = "RED")]
    color: Option<&'b str>,
    message: Option<Cow<'a, str>>,
    users: Option<&'a [u64]>,
    #[b24(required)]
    owner: Option<Name<'b>>,
}

impl Clone for Name<'_> {
    fn clone(&self) -> Self {
        Name(self.0)
    }
}

fn main() {
    let title = String::from("News");
    let users = vec![1271, 1272];
    let chat = ChatAdd::new(title.as_str(), Name("bot"))
        .color("MINT")
        .message(String::from("owned"))
        .users(users.as_slice());
    let json = serde_json::to_string(&chat.clone().title(&title)).unwrap();
    assert_eq!(
        json,
        r#"{"TITLE":"News","COLOR":"MINT","MESSAGE":"owned","USERS":[1271,1272],"OWNER":"bot"}"#
    );
}
