use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID", rename_all = "lowercase")]
enum FieldKind {
    Boolean,
    #[b24("boolean")]
    YesNo,
}

fn main() {
    let _ = [FieldKind::Boolean, FieldKind::YesNo];
}
