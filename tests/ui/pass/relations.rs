//! What holds between fields, own checks, further parameters and the member of a result.

use std::collections::HashMap;

use b24::b24_method;

#[b24_method("test.element.get", unlisted, at = "elements")]
#[derive(Debug, Clone)]
pub struct ElementGet<'a> {
    #[b24(one_of = "iblock", conflicts = [iblock_code])]
    pub iblock_id: Option<u64>,
    #[b24(one_of = "iblock", conflicts = [iblock_id])]
    pub iblock_code: Option<&'a str>,
    #[b24(requires = [r#type, iblock_id], validate = even)]
    pub page: Option<u64>,
    pub r#type: Option<String>,
    #[b24(required)]
    pub size: String,
    #[b24(flatten)]
    pub custom: HashMap<String, String>,
    #[b24(flatten)]
    pub more: Option<serde_json::Map<String, serde_json::Value>>,
}

fn even(number: &u64) -> Result<(), &'static str> {
    if number % 2 == 0 { Ok(()) } else { Err("is odd") }
}

fn main() {
    let call = ElementGet::new("1").iblock_id(7).custom([("UF_A", "1")]);
    assert_eq!(call.validate(), Ok(()));
    assert!(call.clone().iblock_code("orders").validate().is_err());
    assert!(call.page(3).validate().is_err());
}
