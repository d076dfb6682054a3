use b24::b24_method;

#[b24_method("imbot.chat.add")]
mod chat {
    pub struct Add;
}

#[b24_method("imbot.chat.add")]
type ChatAdd = chat::Add;

fn main() {
    let _: ChatAdd = chat::Add;
}
