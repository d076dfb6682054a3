use b24::b24_object;

#[b24_object(parameter = true)]
struct Phone {
    value: Option<String>,
}

fn main() {}
