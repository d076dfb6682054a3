use b24::b24_enum;

#[b24_enum]
enum Color {
    #[b24("red")]
    Red,
    #[b24(5)]
    Green,
}

#[b24_enum]
enum Kind {
    #[b24(1)]
    One,
    #[b24("2")]
    Two,
    #[b24("three")]
    Three,
    Four,
}

fn main() {
    let _ = [Color::Red, Color::Green];
    let _ = [Kind::One, Kind::Two, Kind::Three, Kind::Four];
}
