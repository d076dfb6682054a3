use b24::b24_object;

#[derive(serde::Deserialize)]
struct Color(String);

#[b24_object(result)]
struct Chat {
    color: Option<Color>,
}

fn main() {
    let _ = |chat: Chat| chat.color.map(|color| color.0);
}
