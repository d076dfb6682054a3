use b24::b24_enum;

#[b24_enum]
enum Color {
    #[b24(rename = "red")]
    Red,
    #[b24(lightBlue)]
    LightBlue,
    #[b24(rename_all = "camelCase")]
    Green,
    #[b24(skip = true)]
    Mint,
    #[b24()]
    Aqua,
    #[b24(othr)]
    Other(String),
}

fn main() {
    let _ = [Color::Red, Color::LightBlue, Color::Green, Color::Mint, Color::Aqua, Color::Other(String::new())];
    println!("{}", Color::Red);
}
