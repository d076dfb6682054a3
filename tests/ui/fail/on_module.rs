use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
mod chat {
    pub struct Add;
}

#[b24_method("test.chat.add", unlisted)]
type ChatAdd = chat::Add;

fn main() {
    let _: ChatAdd = chat::Add;
}
