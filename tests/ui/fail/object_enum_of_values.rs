use b24::b24_object;

#[b24_object]
enum Color {
    Red,
    Mint,
}

fn main() {
    let _ = [Color::Red, Color::Mint];
}
