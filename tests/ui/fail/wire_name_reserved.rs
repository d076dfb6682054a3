use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ByRename {
    #[b24(rename = "auth")]
    key: Option<String>,
    #[b24(rename = "access_token")]
    access: Option<String>,
    #[b24(rename = "token")]
    token: Option<String>,
}

#[b24_method("test.chat.add", unlisted, rename_all = "snake_case")]
struct ByStyle {
    method: Option<String>,
    sessid: Option<String>,
}

fn main() {
    let _ = ByRename::new().key("a").access("b").token("c").validate();
    let _ = ByStyle::new().method("a").sessid("b").validate();
}
