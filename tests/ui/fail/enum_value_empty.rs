use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24("")]
    None,
}

fn main() {
    let _ = [Color::Red, Color::None];
}
