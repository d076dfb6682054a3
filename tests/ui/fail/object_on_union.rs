use b24::b24_object;

#[b24_object]
union Phone {
    value: u64,
}

fn main() {}
