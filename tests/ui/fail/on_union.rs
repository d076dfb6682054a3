use b24::b24_method;

#[b24_method("imbot.chat.add")]
union ChatAdd {
    bot: u64,
    user: u64,
}

fn main() {
    let _ = ChatAdd { bot: 39 };
    let _ = ChatAdd { user: 39 };
}
