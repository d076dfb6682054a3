use b24::b24_object;

#[b24_object(tag = USER_TYPE_ID)]
enum FieldKind {
    Boolean,
}

fn main() {
    let _ = FieldKind::Boolean;
}
