use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(kind = file)]
    avatar: Option<Vec<u8>>,
}

fn main() {}
