use b24::b24_object;

struct Text;

#[b24_object(untagged, parameter)]
enum Title {
    One(Text),
}

fn main() {
    let _ = Title::One(Text);
}
