use b24::b24_object;

#[b24_object]
#[b24(required)]
struct Phone {
    value: Option<String>,
}

fn main() {}
