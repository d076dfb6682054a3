//! Filters, orders and selections: what leaves.

use b24::{Filter, FilterV3, Order, Select, YesNo, b24_method};
use b24_portal::{Answer, Portal};
use serde::Serialize;
use serde_json::{Value, json};

#[b24_method("test.item.list", unlisted, rename_all = "camelCase", effect = read)]
#[derive(Debug, Clone)]
struct ItemList {
    #[b24(required)]
    entity_type_id: u64,
    filter: Option<Filter>,
    order: Option<Order>,
    select: Option<Select>,
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn every_operator_is_the_documented_prefix() {
    let f = Filter::new;
    for (filter, written) in [
        (f().is("ID", 5), r#"{"ID":5}"#),
        (f().not("ID", 5), r#"{"!ID":5}"#),
        (f().equal("ID", 5), r#"{"=ID":5}"#),
        (f().not_equal("ID", 5), r#"{"!=ID":5}"#),
        (f().greater("ID", 5), r#"{">ID":5}"#),
        (f().at_least("ID", 5), r#"{">=ID":5}"#),
        (f().less("ID", 5), r#"{"<ID":5}"#),
        (f().at_most("ID", 5), r#"{"<=ID":5}"#),
        (f().one_of("ID", [5, 7]), r#"{"@ID":[5,7]}"#),
        (f().none_of("ID", [5, 7]), r#"{"!@ID":[5,7]}"#),
        (f().between("ID", 5, 7), r#"{"><ID":[5,7]}"#),
        (f().not_between("ID", 5, 7), r#"{"!><ID":[5,7]}"#),
        (f().contains("TITLE", "a%"), r#"{"%TITLE":"a%"}"#),
        (f().not_contains("TITLE", "a"), r#"{"!%TITLE":"a"}"#),
        (f().like("TITLE", "a%"), r#"{"=%TITLE":"a%"}"#),
        (f().not_like("TITLE", "a%"), r#"{"!=%TITLE":"a%"}"#),
        (f().search("TITLE", "a"), r#"{"?TITLE":"a"}"#),
    ] {
        assert_eq!(text(&filter), written);
    }
}

#[test]
fn a_value_is_anything_that_serde_writes() {
    let date = String::from("2026-01-01T00:00:00+03:00");
    let ids: Vec<u64> = vec![1, 2];
    let filter = Filter::new()
        .at_least("DATE_CREATE", &date)
        .is("ACTIVE", YesNo::Yes)
        .is("HAS_PHONE", true)
        .equal("UF_CRM_1", 0.1_f32)
        .less("OPPORTUNITY", 0.3_f64)
        .is("UF_CRM_2", None::<u64>)
        .is("ID", &ids)
        .is("startDate", json!({"from": "2026-01-01"}))
        .one_of("CREATED_BY", ids.iter().map(|id| id + 1))
        .none_of("STAGE_ID", ["NEW"].iter());
    assert_eq!(
        text(&filter),
        r#"{">=DATE_CREATE":"2026-01-01T00:00:00+03:00","ACTIVE":"Y","HAS_PHONE":true,"=UF_CRM_1":0.1,"<OPPORTUNITY":0.3,"UF_CRM_2":null,"ID":[1,2],"startDate":{"from":"2026-01-01"},"@CREATED_BY":[2,3],"!@STAGE_ID":["NEW"]}"#
    );
}

#[test]
fn groups_nest_and_are_numbered_on_each_level() {
    let day = |from: &str, to: &str| {
        Filter::new()
            .at_least("createdTime", from)
            .less("createdTime", to)
    };
    let filter = Filter::new()
        .any([day("2026-01-01", "2026-01-02"), day("2026-02-01", "2026-02-02")])
        .is("isManualOpportunity", "Y")
        .all([
            Filter::new().contains("title", "a"),
            Filter::new().any([
                Filter::new().is("id", 1),
                Filter::new().is("id", 2).is("opened", "Y"),
            ]),
        ]);
    assert_eq!(
        text(&filter),
        concat!(
            r#"{"0":{"logic":"OR","#,
            r#""0":{">=createdTime":"2026-01-01","<createdTime":"2026-01-02"},"#,
            r#""1":{">=createdTime":"2026-02-01","<createdTime":"2026-02-02"}},"#,
            r#""isManualOpportunity":"Y","#,
            r#""1":{"logic":"AND","0":{"%title":"a"},"#,
            r#""1":{"0":{"logic":"OR","0":{"id":1},"1":{"id":2,"opened":"Y"}}}}}"#
        )
    );
}

#[test]
fn the_form_of_rest_3_is_a_list() {
    let f = FilterV3::new;
    for (filter, written) in [
        (f().equal("id", 5), r#"[["id","=",5]]"#),
        (f().not_equal("id", 5), r#"[["id","!=",5]]"#),
        (f().greater("id", 5), r#"[["id",">",5]]"#),
        (f().at_least("id", 5), r#"[["id",">=",5]]"#),
        (f().less("id", 5), r#"[["id","<",5]]"#),
        (f().at_most("id", 5), r#"[["id","<=",5]]"#),
        (f().one_of("id", [5, 7]), r#"[["id","in",[5,7]]]"#),
        (f().between("id", 5, 7), r#"[["id","between",[5,7]]]"#),
        // A list loses nothing.
        (
            f().not_equal("id", 5).not_equal("id", 7),
            r#"[["id","!=",5],["id","!=",7]]"#,
        ),
        (
            f().equal("z", 1)
                .not(f().one_of("id", [1]).greater("responsible.id", 2)),
            r#"[["z","=",1],{"logic":"and","conditions":[["id","in",[1]],["responsible.id",">",2]],"negative":true}]"#,
        ),
        (
            f().any([f().any([f().equal("a", 1), f().equal("b", 2)]), f().equal("c", 3)]),
            r#"[{"logic":"or","conditions":[{"logic":"or","conditions":[["a","=",1],["b","=",2]]},["c","=",3]]}]"#,
        ),
    ] {
        assert_eq!(text(&filter), written);
    }
}

#[test]
fn selections_know_the_star() {
    for (select, written) in [
        (Select::new(["ID", "TITLE"]), r#"["ID","TITLE"]"#),
        (
            Select::all().and("UF_*").and("PROPERTY_*"),
            r#"["*","UF_*","PROPERTY_*"]"#,
        ),
        (["b", "a", "b"].into_iter().collect(), r#"["b","a"]"#),
        (Select::default(), "[]"),
    ] {
        assert_eq!(text(&select), written);
    }
}

#[test]
fn a_declared_method_sends_them_as_they_were_built() {
    let portal = Portal::start().unwrap();
    let client = b24::Client::webhook(portal.webhook()).unwrap();
    portal.answer("test.item.list", Answer::result(r#"{"items":[]}"#));
    let list = ItemList::new(2_u64)
        .filter(
            Filter::new()
                .one_of("stageId", ["NEW", "WON"])
                .greater("id", 5)
                .is("categoryId", 0),
        )
        .order(Order::new().descending("opportunity").ascending("id"))
        .select(["id", "title"]);
    list.call(&client).unwrap();
    // Nothing was given, and nothing is sent.
    list.clone().filter(None).order(None).call(&client).unwrap();

    let bodies: Vec<String> = portal
        .requests()
        .iter()
        .map(|request| String::from_utf8(request.body.clone()).unwrap())
        .collect();
    assert_eq!(
        bodies,
        [
            r#"{"entityTypeId":2,"filter":{"@stageId":["NEW","WON"],">id":5,"categoryId":0},"order":{"opportunity":"DESC","id":"ASC"},"select":["id","title"]}"#,
            r#"{"entityTypeId":2,"select":["id","title"]}"#,
        ]
    );
}

#[test]
fn a_required_filter_has_conditions() {
    #[b24_method("test.delete", unlisted, rename_all = "camelCase")]
    struct Delete {
        #[b24(required)]
        filter: Filter,
        #[b24(required)]
        narrow: Option<FilterV3>,
        #[b24(required)]
        fields: Select,
    }
    let empty = Delete::new(Filter::new(), FilterV3::new(), [""; 0]);
    let invalid = empty.validate().unwrap_err();
    let missing: Vec<&str> = invalid.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(missing, ["filter", "narrow", "fields"]);

    let full = Delete::new(Filter::new().is("ID", 1), FilterV3::new().equal("id", 1), ["ID"]);
    full.validate().unwrap();
    assert_eq!(
        serde_json::to_value(&full).unwrap(),
        json!({"filter": {"ID": 1}, "narrow": [["id", "=", 1]], "fields": ["ID"]})
    );
}

#[test]
fn builders_are_plain_values() {
    let filter = Filter::new().is("ID", 1);
    assert_eq!(filter.clone(), filter);
    assert_ne!(filter, Filter::default());
    assert!(format!("{filter:?}").contains("ID"));
    assert_eq!(Order::new(), Order::default());
    assert_eq!(serde_json::to_value(&filter).unwrap(), json!({"ID": 1}));
    assert_eq!(
        serde_json::to_value(FilterV3::default()).unwrap(),
        Value::Array(vec![])
    );
}
