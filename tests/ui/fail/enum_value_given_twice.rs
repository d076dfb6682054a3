use b24::b24_enum;

#[b24_enum]
enum Color {
    #[b24("red", "RED")]
    Red,
    #[b24("green")]
    #[b24("GREEN")]
    Green,
    #[b24(other, other)]
    Other(String),
}

fn main() {
    let _ = [Color::Red, Color::Green, Color::Other(String::new())];
}
