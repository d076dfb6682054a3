//! Names that are keywords: of fields, of the struct, of error codes.

use b24::b24_method;

#[b24_method("test.chat.add", unlisted, errors(type, r#match, SELF, OTHER))]
#[derive(Debug)]
#[allow(non_camel_case_types)]
struct r#async {
    r#type: Option<String>,
    #[b24(required)]
    r#fn: Option<String>,
    r#try: Option<u64>,
}

type Method = r#async;

fn main() {
    let call = Method::new("f").r#type("OPEN").r#try(1).r#fn("g");
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"TYPE":"OPEN","FN":"g","TRY":1}"#);
    let codes = [asyncCode::Type, asyncCode::Match, asyncCode::SelfCode, asyncCode::OtherCode];
    assert_eq!(codes.len(), 4);
}
