use b24::b24_object;

struct Color;

#[b24_object]
struct Chat {
    color: Option<Color>,
}

fn main() {
    let _ = |chat: Chat| chat.color;
}
