//! Wrong values: refused before anything is sent, with words that say what is allowed.

use b24::{Advice, Base64, Client, Error, Invalid, Json, Outcome, Problem, b24_method, b24_object};
use b24_portal::{Answer, Portal};
use b24_tests::ChatAdd;

/// A method with a rule of every kind.
#[b24_method("test.order.add", unlisted, rename_all = "SCREAMING_SNAKE_CASE")]
struct OrderAdd {
    #[b24(required)]
    title: String,
    #[b24(required)]
    note: Option<String>,
    #[b24(range = 1..=50)]
    amount: Option<i64>,
    #[b24(range = ..0.5)]
    discount: Option<f64>,
    #[b24(length = 2..=4)]
    code: Option<String>,
    #[b24(items = 1..=2, range = 1..)]
    users: Option<Vec<u64>>,
    #[b24(enum = [10, 20])]
    size: Option<u8>,
    #[b24(length = ..=3)]
    photo: Option<Json<Base64>>,
    #[b24(secret, length = ..=8)]
    token: Option<String>,
    weight: Option<f32>,
    huge: Option<u128>,
}

/// The refusal of a call; nothing reached the portal.
#[track_caller]
fn refused<M: b24::Method>(method: &M) -> (Invalid, String) {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let Err(error) = client.call(method) else {
        panic!("the call was sent");
    };
    assert!(portal.requests().is_empty());
    assert_eq!(
        (error.outcome(), error.advice()),
        (Outcome::NotExecuted, Advice::FixRequest)
    );
    assert_eq!(method.validate().unwrap_err().to_string(), error.to_string());
    let shown = error.to_string();
    match error {
        Error::Invalid(invalid) => (invalid, shown),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_color_that_is_none_is_refused_with_the_sixteen_that_are() {
    let (invalid, shown) = refused(&ChatAdd::new().title("News").color("PURPEL"));
    assert_eq!(
        shown,
        "imbot.chat.add was not called: `COLOR`: \"PURPEL\" is not allowed; allowed are RED, GREEN, MINT, \
         LIGHT_BLUE, DARK_BLUE, PURPLE, AQUA, PINK, LIME, BROWN, AZURE, KHAKI, SAND, MARENGO, GRAY, GRAPHITE"
    );
    assert_eq!(invalid.method(), "imbot.chat.add");
    let [violation] = invalid.violations() else {
        panic!("{invalid:?}");
    };
    assert_eq!(
        (violation.path(), violation.value()),
        ("COLOR", Some("\"PURPEL\""))
    );
    assert!(matches!(violation.problem(), Problem::NotAllowed { allowed } if allowed.len() == 16));
}

#[test]
fn an_empty_required_text_is_missing() {
    let (invalid, shown) = refused(&OrderAdd::new("", "note"));
    assert_eq!(
        shown,
        "test.order.add was not called: `TITLE`: is required, but not given or empty"
    );
    assert_eq!(invalid.violations()[0].value(), None);
}

#[test]
fn a_required_field_that_was_emptied_is_missing() {
    let mut order = OrderAdd::new("title", "note");
    order.note = None;
    let (invalid, shown) = refused(&order);
    assert_eq!(invalid.violations()[0].problem(), &Problem::Missing);
    assert!(shown.contains("`NOTE`: is required"), "{shown}");
}

#[test]
fn a_number_out_of_range_is_refused_with_the_range() {
    for amount in [0_i64, 51, -1, i64::MIN, i64::MAX] {
        let (_, shown) = refused(&OrderAdd::new("t", "n").amount(amount));
        assert_eq!(
            shown,
            format!("test.order.add was not called: `AMOUNT`: {amount} is out of range; allowed is 1..=50")
        );
    }
    let (_, shown) = refused(&OrderAdd::new("t", "n").discount(0.5));
    assert!(
        shown.ends_with("`DISCOUNT`: 0.5 is out of range; allowed is ..0.5"),
        "{shown}"
    );
}

#[test]
fn a_huge_number_is_shown_short() {
    let (_, shown) = refused(&OrderAdd::new("t", "n").discount(f64::MAX));
    assert!(
        shown.contains("1.7976931348623157e308 is out of range"),
        "{shown}"
    );
}

#[test]
fn what_json_has_no_number_for_is_refused_with_and_without_a_rule() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let (invalid, _) = refused(&OrderAdd::new("t", "n").discount(number));
        assert_eq!(invalid.violations()[0].path(), "DISCOUNT");
    }
    let (invalid, shown) = refused(&OrderAdd::new("t", "n").weight(f32::NAN));
    assert!(matches!(
        invalid.violations()[0].problem(),
        Problem::NotSerializable { .. }
    ));
    assert!(shown.contains("`WEIGHT`: cannot be sent: NaN"), "{shown}");
}

#[test]
fn a_text_too_short_or_long_is_refused_by_its_characters_not_its_bytes() {
    assert_eq!(OrderAdd::new("t", "n").code("чатъ").validate(), Ok(()));
    let (_, shown) = refused(&OrderAdd::new("t", "n").code("чатик"));
    assert!(
        shown.ends_with("`CODE`: \"чатик\" has 5 characters; allowed are 2 to 4"),
        "{shown}"
    );
}

#[test]
fn a_list_is_refused_by_its_length_and_by_each_item_with_its_place() {
    let (_, shown) = refused(&OrderAdd::new("t", "n").users([0_u64; 0]));
    assert!(
        shown.ends_with("`USERS`: has 0 items; allowed are 1 to 2"),
        "{shown}"
    );

    let (invalid, _) = refused(&OrderAdd::new("t", "n").users([0, 1, 0]));
    let paths: Vec<&str> = invalid.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(paths, ["USERS[0]", "USERS[2]", "USERS"]);
}

#[test]
fn a_number_that_is_not_listed_is_refused() {
    let (_, shown) = refused(&OrderAdd::new("t", "n").size(30_u8));
    assert!(
        shown.ends_with("`SIZE`: 30 is not allowed; allowed are 10, 20"),
        "{shown}"
    );
}

#[test]
fn a_long_value_is_cut_at_64_characters() {
    let (invalid, shown) = refused(&ChatAdd::new().color("ж".repeat(64) + "SECRET TAIL"));
    let expected = format!("\"{}\"… (and 11 more characters)", "ж".repeat(64));
    assert_eq!(invalid.violations()[0].value(), Some(expected.as_str()));
    assert!(shown.contains(&expected) && !shown.contains("TAIL"), "{shown}");
}

#[test]
fn a_value_is_shown_without_control_characters() {
    let (_, shown) = refused(&ChatAdd::new().color("RED\n\u{1b}[31m\u{202e}"));
    assert!(shown.contains(r#""RED\n\u{1b}[31m\u{202e}""#), "{shown}");
}

#[test]
fn base64_is_shown_by_its_length() {
    let photo = Base64::from_bytes(b"four");
    let order = OrderAdd::new("t", "n").photo(photo.clone());
    let (invalid, shown) = refused(&order);
    assert_eq!(invalid.violations()[0].value(), Some("(Base64, 4 bytes)"));
    assert!(!shown.contains(photo.as_str()) && !format!("{invalid:?}").contains(photo.as_str()));
}

#[test]
fn a_secret_is_never_shown() {
    let (invalid, shown) = refused(&OrderAdd::new("t", "n").token("my-long-secret"));
    assert_eq!(invalid.violations()[0].value(), Some("(secret)"));
    assert!(!format!("{shown}{invalid:?}").contains("my-long"), "{shown}");
}

#[test]
fn everything_wrong_is_told_at_once_in_the_order_of_the_fields() {
    let order = OrderAdd::new("", "")
        .amount(99_i64)
        .code("x")
        .users([0])
        .size(1_u8)
        .token("123456789");
    let (invalid, shown) = refused(&order);
    let paths: Vec<&str> = invalid.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(
        paths,
        ["TITLE", "NOTE", "AMOUNT", "CODE", "USERS[0]", "SIZE", "TOKEN"]
    );
    assert!(
        shown.starts_with("test.order.add was not called: 7 parameters are wrong\n"),
        "{shown}"
    );
    assert_eq!(shown.lines().count(), 8);
}

#[test]
fn numbers_beyond_64_bits_are_sent_as_they_are() {
    let order = OrderAdd::new("t", "n").huge(u128::MAX);
    assert_eq!(order.validate(), Ok(()));
    assert_eq!(
        serde_json::to_string(&order).unwrap(),
        r#"{"TITLE":"t","NOTE":"n","HUGE":340282366920938463463374607431768211455}"#
    );
}

#[test]
fn a_value_whose_own_serialize_fails_is_refused() {
    struct Broken;
    impl serde::Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("broken in the middle"))
        }
    }
    #[b24_method("test.broken", unlisted, rename_all = "snake_case")]
    struct Method {
        first: Option<u8>,
        value: Option<Json<Broken>>,
    }
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let error = Method::new().first(1_u8).value(Broken).call(&client).unwrap_err();
    assert!(portal.requests().is_empty());
    assert_eq!(
        error.to_string(),
        "test.broken was not called: `value`: cannot be sent: broken in the middle"
    );
}

#[b24_method("test.chat.add", unlisted)]
struct WithSecret {
    #[b24(secret)]
    client_id: Option<String>,
    #[b24(secret)]
    keys: Option<Vec<String>>,
}

#[test]
fn a_secret_field_is_not_shown_where_the_portal_repeats_it() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    let call = WithSecret::new().client_id("my-client-id").keys(["first-key"]);
    for answer in [
        Answer::error(400, "X", "Client my-client-id has no key first-key"),
        Answer::raw(502, "text/html", "<p>my-client-id, first-key</p>"),
        Answer::raw(200, "application/json", r#"{"my-client-id":"first-key"}"#),
    ] {
        portal.answer_once("test.chat.add", answer);
        let error = call.call(&client).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("my-client-id") && !shown.contains("first-key"),
            "{shown}"
        );
    }
}

#[b24_method("test.deal.add", unlisted)]
struct HalfOpen {
    #[b24(range = 0..100)]
    share: Option<f64>,
}

#[test]
fn an_end_that_is_outside_leaves_the_fractions_before_it() {
    assert_eq!(HalfOpen::new().share(99.5).validate(), Ok(()));
    let error = HalfOpen::new().share(100.0).validate().unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("100.0 is out of range; allowed is 0..100"),
        "{error}"
    );
}

#[b24_method("test.deal.list", unlisted, rename_all = "camelCase")]
struct DealList {
    filter: Option<b24::Filter>,
}

#[test]
fn what_a_value_cannot_be_written_for_is_named_before_anything_is_sent() {
    let call = DealList::new().filter(b24::Filter::new().is(">ID", 5));
    let error = call.validate().unwrap_err();
    assert_eq!(error.violations()[0].path(), "filter");
    assert!(
        error
            .to_string()
            .contains("`filter`: cannot be sent: \">ID\" is not"),
        "{error}"
    );
}

/// Its own words repeat it.
#[derive(serde::Serialize)]
struct Holder {
    #[serde(serialize_with = "refuse")]
    value: String,
}

fn refuse<S: serde::Serializer>(value: &str, _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(format_args!("bad value {value}")))
}

fn holder() -> Holder {
    Holder {
        value: "hunter2".to_owned(),
    }
}

#[b24_object(parameter)]
struct Within {
    #[b24(secret)]
    held: Option<Json<Holder>>,
}

#[b24_method("test.broken", unlisted)]
struct Leaking {
    #[b24(secret)]
    secret: Option<Json<Holder>>,
    #[b24(secret)]
    key: Option<String>,
    #[b24(secret)]
    huge: Option<std::collections::BTreeMap<u128, u128>>,
    open: Option<Json<Holder>>,
    within: Option<Vec<Within>>,
}

/// What a value's own code says where it cannot be written, with the secrets of the call blotted out.
#[test]
fn a_secret_is_not_shown_by_what_cannot_be_written() {
    let said = |call: Leaking| {
        let portal = Portal::start().unwrap();
        let client = Client::webhook(portal.webhook()).unwrap();
        let error = call.call(&client).unwrap_err();
        assert!(portal.requests().is_empty());
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        error.to_string()
    };
    let call = Leaking::new().open(holder());
    assert_eq!(
        said(call),
        "test.broken was not called: cannot be sent: bad value hunter2"
    );
    let call = Leaking::new().open(holder()).key("hunter2");
    let call = call.huge([(u128::MAX, u128::MAX)]);
    assert_eq!(
        said(call),
        "test.broken was not called: cannot be sent: bad value ***"
    );
    // Such a secret cannot be gathered, and so nothing is said.
    let unsaid = "test.broken was not called: cannot be sent: why is not said, for that may show a secret";
    assert_eq!(said(Leaking::new().secret(holder())), unsaid);
    let within = [Within::new().held(holder())];
    assert_eq!(said(Leaking::new().within(within)), unsaid);
}
