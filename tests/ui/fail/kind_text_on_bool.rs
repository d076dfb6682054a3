use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(kind = text)]
    title: Option<bool>,
}

fn main() {}
