use b24::b24_enum;

#[b24_enum]
enum Kind {
    #[b24(9223372036854775808)]
    TooLarge,
    #[b24(-9223372036854775809)]
    TooSmall,
    #[b24(340282366920938463463374607431768211456)]
    FarTooLarge,
    #[b24(1.5)]
    Fraction,
    #[b24(5u8)]
    WithSuffix,
}

fn main() {
    let _ = [Kind::TooLarge, Kind::TooSmall, Kind::FarTooLarge, Kind::Fraction, Kind::WithSuffix];
}
