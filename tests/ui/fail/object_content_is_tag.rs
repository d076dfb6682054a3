use b24::b24_object;

#[b24_object(tag = "SETTINGS", content = "SETTINGS")]
enum FieldKind {
    Boolean,
}

fn main() {
    let _ = FieldKind::Boolean;
}
