use b24::b24_method;

struct Color;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(required)]
    color: Color,
}

fn main() {
    let _ = |chat: ChatAdd| chat.validate();
}
