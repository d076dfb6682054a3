use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24(other)]
    Other,
}

#[b24_enum]
enum Kind {
    #[b24(1)]
    One,
    #[b24(other)]
    Other,
}

fn main() {
    let _ = [Color::Red, Color::Other];
    let _ = [Kind::One, Kind::Other];
}
