use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    #[b24(rename = "boolean")]
    Boolean,
}

fn main() {
    let _ = FieldKind::Boolean;
}
