use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24(other)]
    Other(i64),
}

#[b24_enum]
enum Kind {
    #[b24(1)]
    One,
    #[b24(other)]
    Other(String),
}

#[b24_enum]
enum Tiny {
    #[b24(1)]
    One,
    #[b24(other)]
    Other(u8),
}

fn main() {
    let _ = [Color::Red, Color::Other(5)];
    let _ = [Kind::One, Kind::Other(String::new())];
    let _ = [Tiny::One, Tiny::Other(5)];
}
