use b24::b24_object;

use serde_json::{Map, Value};

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    Boolean,
    #[b24("money", other)]
    Money(Map<String, Value>),
}

fn main() {
    let _ = [FieldKind::Boolean, FieldKind::Money(Map::new())];
}
