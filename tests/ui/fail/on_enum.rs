use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
enum ChatAdd {
    Open,
    Chat { title: String },
}

fn main() {
    let _ = (ChatAdd::Open, ChatAdd::Chat { title: String::new() });
}
