use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    Boolean,
    #[b24(other)]
    Other(String),
}

#[b24_object(result, tag = "USER_TYPE_ID")]
enum ReceivedKind {
    Boolean,
    #[b24(other)]
    Other(String),
}

fn main() {
    let _ = |kind: ReceivedKind| match kind {
        ReceivedKind::Other(other) => other,
        ReceivedKind::Boolean => String::new(),
    };
    let _ = [FieldKind::Boolean, FieldKind::Other(String::new())];
}
