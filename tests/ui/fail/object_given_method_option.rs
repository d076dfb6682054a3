use b24::b24_object;

#[b24_object(returns = b24::Id)]
struct Phone {
    value: Option<String>,
}

fn main() {}
