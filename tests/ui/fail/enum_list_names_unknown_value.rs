use b24::{b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone)]
enum Color {
    Red,
    Purple,
    #[b24(other)]
    Other(String),
}

#[b24_enum]
#[derive(Debug, Clone)]
enum OwnerType {
    #[b24(1)]
    Lead,
    #[b24(2)]
    Deal,
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["RED", "PURPEL", "MAUVE"])]
    color: Option<Color>,
    #[b24(enum = ["red"])]
    colors: Option<Vec<Color>>,
    #[b24(enum = ["GREEN"])]
    patched: b24::Patch<Color>,
    #[b24(required, enum = [1, 3])]
    owner: OwnerType,
}

fn main() {
    let _ = ChatAdd::new(OwnerType::Lead).color(Color::Red);
}
