use b24::b24_enum;

#[b24_enum]
enum Color {
    Red,
    #[b24("RED")]
    Rouge,
    LightBlue,
    #[allow(non_camel_case_types)]
    LIGHT_BLUE,
}

#[b24_enum]
enum Kind {
    #[b24(5)]
    Five,
    #[b24(5)]
    AlsoFive,
}

fn main() {
    let _ = [Color::Red, Color::Rouge, Color::LightBlue, Color::LIGHT_BLUE];
    let _ = [Kind::Five, Kind::AlsoFive];
}
