use b24::b24_object;

#[b24_object(untagged, tag = "TYPE")]
enum Title {
    One(String),
    Many(Vec<String>),
}

fn main() {
    let _ = [Title::One(String::new()), Title::Many(Vec::new())];
}
