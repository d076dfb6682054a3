use b24::b24_object;

#[b24_object]
enum Title {}

fn main() {}
