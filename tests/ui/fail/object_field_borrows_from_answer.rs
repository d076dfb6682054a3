use b24::b24_object;

#[b24_object(result)]
struct Chat<'a> {
    title: &'a str,
}

fn main() {
    let _ = |chat: Chat<'_>| chat.title.len();
}
