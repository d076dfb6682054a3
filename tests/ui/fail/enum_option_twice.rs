use b24::b24_enum;

#[b24_enum(rename_all = "camelCase", rename_all = "lowercase")]
enum Color {
    Red,
}

#[b24_enum(rename_all = "camelCase")]
#[b24_enum(rename_all = "lowercase")]
enum Kind {
    One,
}

fn main() {
    let _ = Color::Red;
    let _ = Kind::One;
}
