use b24::b24_object;

use serde_json::{Map, Value};

#[b24_object(tag = "USER_TYPE_ID")]
enum FieldKind {
    #[b24(other)]
    Other(Map<String, Value>),
    #[b24(other)]
    Unknown(Map<String, Value>),
}

fn main() {
    let _ = [FieldKind::Other(Map::new()), FieldKind::Unknown(Map::new())];
}
