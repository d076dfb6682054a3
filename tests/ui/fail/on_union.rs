use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
union ChatAdd {
    bot: u64,
    user: u64,
}

fn main() {
    let _ = ChatAdd { bot: 39 };
    let _ = ChatAdd { user: 39 };
}
