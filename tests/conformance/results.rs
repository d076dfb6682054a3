//! Results that are no objects, and those that lie under a member: as PHP writes them.

use std::collections::BTreeMap;

use b24::{Client, Method, b24_method, b24_object};
use b24_portal::{Answer, Portal};

#[b24_object(result)]
#[derive(Debug, PartialEq)]
struct Row {
    id: Option<u64>,
}

/// What `M` makes of an answer.
fn result<M: Method>(method: &M, answer: &str) -> Result<M::Output, String> {
    let portal = Portal::start().unwrap();
    let body = format!(r#"{{"result":{answer}}}"#);
    portal.answer(M::NAME, Answer::raw(200, "application/json", body));
    let client = Client::webhook(portal.webhook()).unwrap();
    let response = client.call(method).map_err(|error| error.to_string())?;
    Ok(response.result)
}

fn row(id: u64) -> Row {
    Row { id: Some(id) }
}

#[test]
fn a_result_is_decoded_as_leniently_as_a_member() {
    #[b24_method("a.number", unlisted, returns = u64)]
    struct Number;
    #[b24_method("a.flag", unlisted, returns = bool)]
    struct Flag;
    #[b24_method("a.list", unlisted, returns = Vec<u64>)]
    struct List;
    #[b24_method("a.map", unlisted, returns = BTreeMap<String, Row>)]
    struct Map;
    #[b24_method("a.row", unlisted, returns = Option<Row>)]
    struct Maybe;
    #[b24_method("a.nothing", unlisted, returns = ())]
    struct Nothing;

    assert_eq!(result(&Number, r#""17""#), Ok(17));
    assert_eq!(result(&Flag, r#""Y""#), Ok(true));
    assert_eq!(result(&List, r#"["1","2"]"#), Ok(vec![1, 2]));
    assert_eq!(result(&List, "null"), Ok(Vec::new()));
    assert_eq!(result(&Map, "[]"), Ok(BTreeMap::new()));
    assert_eq!(result(&Maybe, "false"), Ok(None));
    assert_eq!(result(&Maybe, r#"{"ID":"5"}"#), Ok(Some(row(5))));
    assert_eq!(result(&Nothing, r#"{"ID":"5"}"#), Ok(()));
}

#[test]
fn a_member_of_the_result_may_be_absent() {
    #[b24_method("a.rows", unlisted, returns = Vec<Row>, at = "items")]
    struct Rows;
    #[b24_method("a.item", unlisted, returns = Option<Row>, at = "item")]
    struct Item;
    #[b24_method("a.required", unlisted, returns = u64, at = "id")]
    struct Required;

    assert_eq!(
        result(&Rows, r#"{"items":{"5":{"ID":1},"7":{"ID":"2"}}}"#),
        Ok(vec![row(1), row(2)])
    );
    for nothing in ["[]", "null", "false", r#"{"items":null}"#, "{}"] {
        assert_eq!(result(&Rows, nothing), Ok(Vec::new()), "{nothing}");
    }
    for nothing in ["[]", r#"{"item":[]}"#, r#"{"item":false}"#, "{}"] {
        assert_eq!(result(&Item, nothing), Ok(None), "{nothing}");
    }
    let error = result(&Required, "[]").unwrap_err();
    assert!(
        error.contains("`result.id`") && error.contains("there is no such member"),
        "{error}"
    );
    let error = result(&Rows, "[1]").unwrap_err();
    assert!(error.contains("`result` has no members"), "{error}");
}

#[b24_object(result)]
struct Phone {
    #[expect(dead_code, reason = "decoded only")]
    value: u64,
}

#[b24_object(result)]
struct Phones {
    #[expect(dead_code, reason = "decoded only")]
    phone: Vec<Phone>,
}

#[b24_object(result, tag = "TYPE", content = "SETTINGS")]
enum Tagged {
    Phones(#[expect(dead_code, reason = "decoded only")] Phones),
}

#[b24_object(result, untagged)]
enum Shape {
    #[expect(dead_code, reason = "decoded only")]
    Phones(Phones),
    #[expect(dead_code, reason = "decoded only")]
    Number(u64),
}

#[b24_object(result)]
struct Flattened {
    #[b24(flatten)]
    #[expect(dead_code, reason = "decoded only")]
    phones: Phones,
}

/// Through whatever the value was gathered before it was decoded.
#[test]
fn a_wrong_value_is_found_by_its_whole_path() {
    #[b24_method("a.flattened", unlisted, returns = Vec<Flattened>)]
    struct GetFlattened;
    #[b24_method("a.tagged", unlisted, returns = Vec<Tagged>)]
    struct GetTagged;
    #[b24_method("a.shape", unlisted, returns = Vec<Shape>)]
    struct GetShape;
    #[b24_method("a.map", unlisted, returns = BTreeMap<String, Flattened>)]
    struct GetMap;

    let phones = r#""PHONE":[{"VALUE":"1"},{"VALUE":"zz"}]"#;
    let tagged = format!(r#"[{{"SETTINGS":{{{phones}}},"TYPE":"PHONES"}}]"#);
    let plain = format!(r"[{{{phones}}}]");
    let map = format!(r#"{{"a":{{{phones}}}}}"#);
    let [flattened, tagged, shape, map] = [
        result(&GetFlattened, &plain).err(),
        result(&GetTagged, &tagged).err(),
        result(&GetShape, &plain).err(),
        result(&GetMap, &map).err(),
    ]
    .map(Option::unwrap);
    assert!(flattened.contains("`result[0].PHONE[1].VALUE`"), "{flattened}");
    assert!(tagged.contains("`result[0].SETTINGS.PHONE[1].VALUE`"), "{tagged}");
    assert!(shape.contains("`result[0].PHONE[1].VALUE`"), "{shape}");
    assert!(map.contains("`result.a.PHONE[1].VALUE`"), "{map}");
}
