use b24::b24_object;

struct Text;

#[b24_object(tag = "USER_TYPE_ID", content = "SETTINGS")]
enum FieldKind {
    Text(Text),
}

fn main() {
    let _ = FieldKind::Text(Text);
}
