use b24::b24_object;

#[b24_object]
struct Flags {
    new: Option<bool>,
}

fn main() {
    let _ = Flags::new();
}
