use b24::b24_object;

#[b24_object(untagged)]
enum Title {}

fn main() {}
