use b24::b24_enum;

#[b24_enum]
fn color() {}

#[b24_enum]
mod colors {}

fn main() {
    color();
}
