use b24::b24_object;

#[b24_object(tag = "")]
enum FieldKind {
    Boolean,
}

fn main() {
    let _ = FieldKind::Boolean;
}
