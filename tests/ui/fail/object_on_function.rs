use b24::b24_object;

#[b24_object]
fn phone() {}

fn main() {}
