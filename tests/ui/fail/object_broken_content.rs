use b24::b24_object;

#[b24_object(tag = "USER_TYPE_ID", content = SETTINGS)]
enum FieldKind {
    Text(String),
}

fn main() {
    let _ = serde_json::to_string(&FieldKind::Text(String::new()));
}
