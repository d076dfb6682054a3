use b24::b24_enum;

#[b24_enum]
union Color {
    red: u8,
}

fn main() {
    let _ = Color { red: 1 }.to_string();
}
