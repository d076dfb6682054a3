use super::*;

fn refused(block: &str) -> (usize, &'static str) {
    let fault = method(block).unwrap_err();
    (fault.line, fault.reason)
}

#[test]
fn lines_belong_to_what_is_above_them() {
    let read = method(
        "a.b v3\n  takes x object required\n    takes y list<object>\n      takes z yes_no sometimes\n        \
         default N\n      more\n    doubtful need\n  takes w integer\n    range -1..\n    values 1 2\n",
    );
    let method = read.unwrap();
    assert_eq!((method.name.as_str(), method.api), ("a.b", Api::V3));
    let [x, w] = &method.parameters.list[..] else {
        panic!()
    };
    let y = x.members.as_ref().and_then(|members| members.find("y")).unwrap();
    let inner = y.members.as_ref().unwrap();
    let z = inner.find("z").unwrap();
    assert_eq!((z.need, z.default.as_deref()), (Need::Sometimes, Some("N")));
    assert!(inner.more && !method.parameters.more);
    assert_eq!(
        (x.need, x.certainty(Aspect::Need)),
        (Need::Required, Certainty::Doubtful)
    );
    assert_eq!(
        w.range,
        Bounds {
            min: Some(-1),
            max: None
        }
    );
    assert_eq!(w.values.as_ref().unwrap().list, ["1", "2"]);
}

#[test]
fn results_lists_and_errors() {
    let method = method(
        "a.b\n  deprecated crm.item.* c.d\n  result list<object> at items\n  result_doubtful\n  rows items\n  id ID\n  \
         paging cursor LAST_ID\n  scan filter id\n  sort by dir\n  error 400 A\n  error - \"\"\n",
    )
    .unwrap();
    let deprecation = method.deprecation.unwrap();
    assert_eq!(
        (deprecation.methods.as_slice(), deprecation.page),
        (&["crm.item.*".to_owned(), "c.d".to_owned()][..], None)
    );
    let shape = method.result.unwrap();
    assert_eq!(
        (
            shape.kind.to_string().as_str(),
            shape.key.as_deref(),
            shape.doubtful
        ),
        ("list<object>", Some("items"), true)
    );
    let list = method.list.unwrap();
    assert_eq!(
        (list.rows.as_deref(), list.id.as_deref(), list.paging),
        (Some("items"), Some("ID"), Paging::Cursor("LAST_ID".to_owned()))
    );
    assert_eq!(
        list.scan,
        Some(Scan {
            filter: "filter".to_owned(),
            key: "id".to_owned(),
            sort: Sort::Pair("by".to_owned(), "dir".to_owned()),
        })
    );
    assert_eq!(
        method.errors[0],
        ErrorCode {
            code: "A".to_owned(),
            status: Some(400)
        }
    );
    assert_eq!(
        method.errors[1],
        ErrorCode {
            code: String::new(),
            status: None
        }
    );
}

#[test]
fn cases_are_read() {
    let method = method(
        "a.b\n  takes type text\n  takes settings object\n    takes size integer\n    cases type\n      \
         case string url\n        takes size integer\n        more\n      case file\n",
    )
    .unwrap();
    let cases = method.parameters.list[1]
        .members
        .as_ref()
        .unwrap()
        .cases
        .as_ref()
        .unwrap();
    assert_eq!((cases.tag.as_str(), cases.list.len()), ("type", 2));
    let first = &cases.list[0];
    assert_eq!(
        (
            first.values.join(" "),
            first.members.list.len(),
            first.members.more
        ),
        ("string url".to_owned(), 1, true)
    );
    assert_eq!(cases.list[1].members, Members::default());
}

#[test]
fn what_is_no_fact_is_refused_with_its_line() {
    for (block, line, reason) in [
        ("", 1, "no method begins here"),
        ("  page x\n", 1, "no method begins here"),
        ("a.b v4\n", 1, "only `v3` may follow the name"),
        ("a.b\n  colour red\n", 2, "a method says no such thing"),
        ("a.b\n  page\n", 2, "a word is missing"),
        ("a.b\n  page x y\n", 2, "there is a word too many"),
        ("a.b\n  takes x string\n", 2, "there is no such kind"),
        (
            "a.b\n  takes x text\n    range 1-5\n",
            3,
            "bounds are `1..50`, `1..` or `..50`",
        ),
        (
            "a.b\n  takes x text\n      default 1\n",
            3,
            "it belongs to no line above",
        ),
        (
            "a.b\n  takes \"x text\n",
            2,
            "a quotation mark is not closed, or an escape is unknown",
        ),
        ("a.b\n  result_doubtful\n", 2, "there is no result above"),
        ("a.b\n  error many A\n", 2, "a status is a number, or `-`"),
        (
            "a.b\n  cases x\n    takes y text\n",
            3,
            "only `case` may stand here",
        ),
        (
            "a.b\n  cases x\n    case y\n      page z\n",
            4,
            "a case has members only",
        ),
    ] {
        assert_eq!(refused(block), (line, reason), "{block}");
    }
}
