use b24::b24_enum;

#[b24_enum]
enum Color {
    #[b24(["red"])]
    Red,
    #[b24 = "green"]
    Green,
    #[b24]
    Blue,
    #[b24("mint" other)]
    Mint,
    #[b24(true)]
    Yes,
}

fn main() {
    let _ = [Color::Red, Color::Green, Color::Blue, Color::Mint, Color::Yes];
}
