use b24::b24_enum;

#[b24_enum]
#[derive(Debug)]
enum Color {
    Red,
    #[b24(other)]
    Custom(String),
    #[b24(other)]
    Other(String),
}

fn main() {
    println!("{:?}", [Color::Red, Color::Custom(String::new()), Color::Other(String::new())]);
}
