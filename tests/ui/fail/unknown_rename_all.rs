use b24::b24_method;

#[b24_method("test.v2.Chat.add", unlisted, rename_all = "camel_case")]
struct Misspelt {
    bot_id: Option<u64>,
}

#[b24_method("test.v2.Chat.add", unlisted, rename_all = "kebab-case")]
struct Unheard {
    bot_id: Option<u64>,
}

#[b24_method("test.v2.Chat.add", unlisted, rename_all = camelCase)]
struct Unquoted {
    bot_id: Option<u64>,
}

fn main() {
    let _ = Misspelt::new().bot_id(39).validate();
    let _ = Unheard::new().bot_id(39).validate();
    let _ = Unquoted::new().bot_id(39).validate();
}
