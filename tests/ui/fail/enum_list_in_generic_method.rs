use b24::{b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone)]
enum Color {
    Red,
    Purple,
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd<'a, T: b24::Scalar> {
    title: Option<&'a str>,
    entity: Option<T>,
    #[b24(enum = ["PURPEL"])]
    color: Option<Color>,
}

fn main() {
    let _ = ChatAdd::<u64>::new().color(Color::Red).title("News").entity(1);
}
