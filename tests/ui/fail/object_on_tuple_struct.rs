use b24::b24_object;

#[b24_object]
struct Phone(String);

fn main() {}
