use b24::b24_object;

#[b24_object]
struct Text {
    rows: Option<u64>,
}

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    Text(#[b24("string")] Text),
}

fn main() {
    let _ = FieldKind::Text(Text::new());
}
