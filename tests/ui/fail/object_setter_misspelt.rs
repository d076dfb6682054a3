use b24::b24_object;

#[b24_object]
struct Phone {
    value: Option<String>,
}

fn main() {
    let _ = Phone::new().valeu("+49");
}
