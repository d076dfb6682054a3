use b24::b24_object;

struct Color;

#[b24_object(result)]
struct Chat {
    color: Color,
}

fn main() {
    let _ = |chat: Chat| chat.color;
}
