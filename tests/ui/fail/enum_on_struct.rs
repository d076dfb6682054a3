use b24::b24_enum;

#[b24_enum]
#[derive(Debug)]
struct Color {
    red: u8,
}

fn main() {
    let color: Color = "RED".parse().unwrap();
    println!("{color} {color:?} {}", color.red);
}
