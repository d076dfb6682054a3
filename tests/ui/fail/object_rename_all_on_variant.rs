use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    #[b24(rename_all = "lowercase")]
    Boolean,
}

fn main() {
    let _ = FieldKind::Boolean;
}
