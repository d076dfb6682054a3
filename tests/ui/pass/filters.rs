//! What a list method takes, from what a program has at hand.

use b24::{Filter, FilterV3, Order, Select, b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stage {
    New,
    Won,
}

#[b24_method("test.deal.list", unlisted, effect = read)]
#[derive(Debug, Clone, Default)]
struct DealList {
    #[b24(default = Filter::new().greater("ID", 0))]
    filter: Option<Filter>,
    order: Option<Order>,
    #[b24(default = ["ID"])]
    select: Option<Select>,
}

#[b24_method("test.delete", unlisted)]
struct Delete {
    #[b24(required)]
    filter: FilterV3,
    #[b24(required)]
    select: Select,
}

/// A program's own helper over any list of identifiers.
fn with_ids(ids: impl IntoIterator<Item = u64>) -> Filter {
    Filter::new().one_of("ID", ids)
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn main() {
    let list = DealList::new();
    assert_eq!(written(&list), r#"{"FILTER":{">ID":0},"SELECT":["ID"]}"#);

    let name = String::from("STAGE_ID");
    let stages = vec![Stage::New, Stage::Won];
    let filter = Filter::new().one_of(&name, &stages).not(&name, Stage::Won);
    assert_eq!(written(&filter), r#"{"@STAGE_ID":["NEW","WON"],"!STAGE_ID":"WON"}"#);
    assert_eq!(written(&with_ids(5..7)), r#"{"@ID":[5,6]}"#);
    assert_eq!(written(&with_ids(Some(5))), r#"{"@ID":[5]}"#);

    let days = ["2026-01-01", "2026-02-01"].into_iter();
    let any = Filter::new().any(days.map(|day| Filter::new().is("DATE", day)));
    assert_eq!(written(&any), r#"{"0":{"logic":"OR","0":{"DATE":"2026-01-01"},"1":{"DATE":"2026-02-01"}}}"#);

    // Each is given as itself, or as an `Option` of itself.
    let list = list.filter(None).order(Some(Order::new())).select(None);
    assert_eq!(written(&list), r#"{"ORDER":{}}"#);
    let list = list.filter(Some(with_ids([1]))).select(Some(Select::all()));
    assert_eq!(written(&list), r#"{"FILTER":{"@ID":[1]},"ORDER":{},"SELECT":["*"]}"#);

    // Names of any kind of text, by value and by reference.
    let names = vec![String::from("ID"), String::from("TITLE")];
    for list in [
        list.clone().select(&names),
        list.clone().select(names.iter().map(String::as_str)),
        list.clone().select(&["ID", "TITLE"]),
        list.select(names),
    ] {
        assert_eq!(written(&list.select), r#"["ID","TITLE"]"#);
    }
    let delete = Delete::new(FilterV3::new().one_of("id", [5]), ["id"]);
    assert_eq!(written(&delete.select(["title"])), r#"{"FILTER":[["id","in",[5]]],"SELECT":["title"]}"#);
}
