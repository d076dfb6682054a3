use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24("MAUVE", other)]
    Other(String),
}

fn main() {
    let _ = [Color::Red, Color::Other(String::new())];
}
