use b24::b24_method;

struct Color;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    color: Option<Color>,
}

fn main() {
    let _ = ChatAdd::new().validate();
}
