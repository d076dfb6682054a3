use b24::b24_object;

struct Color;

#[b24_object(parameter)]
struct Chat {
    #[b24(required)]
    color: Color,
}

fn main() {
    let _ = |chat: Chat| chat.color;
}
