use b24::b24_enum;

#[b24_enum]
#[derive(Debug, serde::Serialize)]
enum Color {
    Red,
}

fn main() {
    println!("{:?}", Color::Red);
}
