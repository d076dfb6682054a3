//! Lists too long to be kept.

use super::{answer, ids, portal};

#[test]
fn a_billion_rows_are_there_at_once() {
    let portal = portal();
    let deals = portal.fill("crm.deal.list", 1_000_000_000);
    let last = answer(&portal, "crm.deal.list", r#"{"start":999999950}"#);
    assert_eq!(ids(&last).last(), Some(&1_000_000_000));
    assert_eq!(last["total"], 1_000_000_000);
    deals.delete(1..=999_999_999);
    assert_eq!(ids(&answer(&portal, "crm.deal.list", "{}")), [1_000_000_000]);
}

#[test]
fn fifty_pages_come_in_one_batch() {
    let portal = portal();
    portal.fill("crm.deal.list", 1_000_000);
    let page = |number: i32| match number {
        0 => r#""p0":"crm.deal.list?order[ID]=ASC&start=-1""#.to_owned(),
        _ => format!(
            r#""p{number}":"crm.deal.list?order[ID]=ASC&start=-1&filter[>ID]=$result[p{}][49][ID]""#,
            number - 1
        ),
    };
    let pages: Vec<String> = (0..50).map(page).collect();
    let answer = answer(&portal, "batch", &format!(r#"{{"cmd":{{{}}}}}"#, pages.join(",")));
    let result = &answer["result"]["result"];
    assert_eq!(result["p0"][0]["ID"], "1");
    assert_eq!(result["p49"][49]["ID"], "2500");
}
