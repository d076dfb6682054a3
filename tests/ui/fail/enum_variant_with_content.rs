use b24::{b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone)]
enum Color {
    Red,
    Custom(String),
    Mixed(u8, u8),
    Rgb { red: u8 },
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    color: Option<Color>,
}

fn main() {
    let _ = ChatAdd::new().color(Color::Red).color(Color::Custom("MAUVE".to_owned()));
    let _ = [Color::Mixed(1, 2), Color::Rgb { red: 1 }];
}
