use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID", content = "SETTINGS")]
enum FieldKind {
    Text { rows: Option<u64> },
    Boolean,
}

fn main() {
    let _ = FieldKind::Text { rows: None };
    let _ = FieldKind::Boolean;
}
