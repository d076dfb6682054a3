use b24::{b24_enum, b24_method};

#[b24_enum]
enum Color {
    Red,
    Purpel,
}

#[b24_method("im.chat.add")]
struct ChatAdd {
    color: Option<Color>,
}

fn main() {}
