use b24::b24_object;

#[b24_object(untagged)]
enum Title {
    One(String),
    None,
}

fn main() {
    let _ = [Title::One(String::new()), Title::None];
}
