//! How a method lists is documented, or declared.

use b24::{Cursor, List, Listing, Paging, Scan, Sort, b24_method, b24_object};

#[b24_object(result)]
struct Deal {
    id: u64,
}

#[b24_object(result)]
struct Page {
    items: Vec<Deal>,
}

/// The list is what it returns.
#[b24_method("crm.item.list", at = "items", returns = Vec<Deal>)]
struct Items {
    #[b24(required)]
    entity_type_id: u64,
}

/// The list is in what it returns.
#[b24_method("crm.item.list", returns = Page, list(item = Deal))]
struct Pages {
    #[b24(required)]
    entity_type_id: u64,
}

/// It is declared all the same where what it returns is no list: only that it cannot be walked.
#[b24_method("crm.item.list", returns = Page)]
struct Once {
    #[b24(required)]
    entity_type_id: u64,
}

/// A single member is no list.
#[b24_method("user.get", at = "0", returns = Deal)]
struct First;

#[b24_method("tasks.task.list")]
struct Tasks;

#[b24_method("tasks.task.list", api = 3)]
struct TasksOfRest3;

#[b24_method("user.get", returns = Vec<Deal>)]
struct Users<'a, T: b24::SentAs<b24::kind::Text>> {
    sort: Option<T>,
    #[b24(skip)]
    note: &'a str,
}

#[b24_method("main.eventlog.tail", api = 3)]
struct Tail;

#[b24_method("im.recent.list")]
struct Recent;

#[b24_method("my.list", unlisted, list(rows = "rows", id = "ID", page = "PAGE", item = Deal))]
struct Mine {
    filter: Option<serde_json::Value>,
}

#[b24_method("my.list", unlisted, list)]
struct Bare;

fn listing<M: List>() -> Listing {
    M::LISTING
}

fn cursor<M: Scan<Item = I>, I>() -> Cursor {
    M::CURSOR
}

fn main() {
    let items = listing::<Items>();
    assert_eq!((items.rows, items.paging), (Some("items"), Paging::Start));
    assert_eq!(items, listing::<Pages>());

    let cursor_of_items = cursor::<Items, Deal>();
    assert_eq!((cursor_of_items.id, cursor_of_items.key), ("id", "id"));
    assert_eq!(cursor_of_items, cursor::<Pages, Deal>());

    let tasks = cursor::<Tasks, serde_json::Value>();
    assert_eq!((tasks.id, tasks.key), ("id", "ID"));
    assert_eq!((tasks.filter, tasks.select), ("filter", Some("select")));
    assert_eq!(tasks.sort, Sort::Object("order"));
    assert!(tasks.uncounted);

    let rest_3 = cursor::<TasksOfRest3, serde_json::Value>();
    assert_eq!((rest_3.id, rest_3.key, rest_3.uncounted), ("id", "id", false));
    assert_eq!(listing::<TasksOfRest3>().paging, Paging::Pagination);

    let users = cursor::<Users<'static, String>, Deal>();
    assert_eq!(users.filter, "FILTER");
    let (field, direction) = ("sort", "order");
    assert_eq!(users.sort, Sort::Pair { field, direction });

    assert_eq!(listing::<Tail>().paging, Paging::Tail);
    let offset = "OFFSET";
    assert_eq!(listing::<Recent>().paging, Paging::Offset { offset });

    let mine = listing::<Mine>();
    assert_eq!((mine.rows, mine.paging), (Some("rows"), Paging::Page { page: "PAGE" }));
    let mine = cursor::<Mine, Deal>();
    // As it is declared, for two spellings of one name would be one too many.
    assert_eq!((mine.filter, mine.sort), ("FILTER", Sort::Object("order")));
    assert!(!mine.uncounted);

    assert_eq!(listing::<Bare>().rows, None);
}
