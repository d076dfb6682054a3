use b24::b24_enum;

#[b24_enum]
enum Color<T> {
    Red,
    #[b24(other)]
    Other(T),
}

#[b24_enum]
enum Borrowed<'a> {
    Red,
    #[b24(other)]
    Other(&'a str),
}

fn main() {
    let color: Color<String> = "RED".parse().unwrap();
    println!("{color} {}", Borrowed::Other("x"));
    let _ = (Color::<String>::Red, Color::Other(1), Borrowed::Red);
}
