use b24::b24_enum;

#[b24_enum]
#[b24(rename_all = "camelCase")]
enum Color {
    Red,
    #[b24(other)]
    Other(#[b24("x")] String),
}

fn main() {
    let _ = [Color::Red, Color::Other(String::new())];
}
