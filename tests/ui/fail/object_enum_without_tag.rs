use b24::b24_object;

#[b24_object]
struct Text {
    rows: Option<u64>,
}

#[b24_object(content = "SETTINGS")]
enum FieldKind {
    Text(Text),
    Boolean,
}

fn main() {
    let _ = FieldKind::Text(Text::new().rows(1));
    let _ = FieldKind::Boolean;
}
