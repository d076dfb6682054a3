use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24(other)]
    Other(String, u8),
}

#[b24_enum]
enum Kind {
    #[b24(1)]
    One,
    #[b24(other)]
    Other { number: i64 },
}

fn main() {
    let _ = [Color::Red, Color::Other(String::new(), 1)];
    let _ = [Kind::One, Kind::Other { number: 1 }];
}
