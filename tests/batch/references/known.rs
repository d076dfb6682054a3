//! What of a result is known to be always there: a command that changes something takes nothing else.

use std::collections::BTreeMap;

use b24::{Arg, Error, Id, Json, Method, YesNo, b24_method, b24_object};
use b24_portal::Answer;
use serde_json::{Map, Value};

use crate::echoing;

#[b24_method("acme.take", unlisted)]
struct Take {
    #[b24(required)]
    value: Arg<String>,
}

#[b24_method("acme.look", unlisted, effect = read)]
struct Look {
    #[b24(required)]
    value: Arg<String>,
}

#[b24_object(result)]
#[allow(dead_code)] // what is declared is all that counts
struct Order {
    id: u64,
    note: String,
    open: YesNo,
    shop: Box<Shop>,
    discount: Option<u64>,
    #[b24(default = 1_u64)]
    count: u64,
    tags: Vec<String>,
    prices: BTreeMap<String, u64>,
    any: Value,
    before: Option<Shop>,
    shops: Vec<Shop>,
    #[b24(flatten)]
    custom: Map<String, Value>,
}

#[b24_object(result)]
#[allow(dead_code)] // what is declared is all that counts
struct Shop {
    id: u64,
    phone: Option<String>,
}

macro_rules! methods {
    ($($ident:ident($($options:tt)*)),+ $(,)?) => {
        $(
            #[b24_method($($options)*)]
            struct $ident;
        )+
    };
}

methods!(
    Whole("acme.whole", unlisted, returns = Order),
    At("acme.at", unlisted, at = "order", returns = Order),
    AtMaybe("acme.at.maybe", unlisted, at = "order", returns = Option<Order>),
    AtAny("acme.at.any", unlisted, at = "order"),
    Number("acme.number", unlisted, returns = Id),
    Maybe("acme.maybe", unlisted, returns = Option<Id>),
    List("acme.list", unlisted, returns = Vec<Order>),
    ByKey("acme.by_key", unlisted, returns = BTreeMap<String, Order>),
    OfSerde("acme.of_serde", unlisted, returns = Json<Option<u64>>),
    Undeclared("acme.undeclared", unlisted),
    Nothing("acme.nothing", unlisted, returns = ()),
    // The pages say: a text; an object under `price`; a list, which the page's own example contradicts.
    Time("server.time"),
    Fields("catalog.price.getFields"),
    FieldsAt("catalog.price.getFields", at = "price"),
    Instances("bizproc.workflow.instances"),
    TimeOrNone("server.time", returns = Option<String>),
);

/// What becomes of a command that takes what is there in the result of another.
fn given<M, T>(source: &M, path: &[&str], take: fn(Arg<String>) -> T, always: bool) -> Result<(), Error>
where
    M: Method<Output: Send + 'static>,
    T: Method<Output: Send + 'static>,
{
    let (portal, client) = echoing();
    portal.answer(M::NAME, Answer::result("7"));
    portal.answer(T::NAME, Answer::echo());
    let mut batch = client.batch();
    let whole = batch.add(source).result();
    let reference = match path.split_first() {
        None => whole.within("", ""),
        Some((first, path)) => {
            let member = path
                .iter()
                .fold(whole.field(first), |found, key| found.field(key));
            member.within("", "")
        }
    };
    let reference = if always {
        reference.always_there()
    } else {
        reference
    };
    batch.add(&take(Arg::from(reference)));
    let sent = batch.send().map(|_| ());
    assert_eq!(sent.is_err(), portal.requests().is_empty());
    sent
}

#[track_caller]
fn assert_known<M: Method<Output: Send + 'static>>(source: &M, paths: &[&[&str]]) {
    for path in paths {
        let given = given(source, path, Take::new, false);
        assert!(given.is_ok(), "{}: {path:?}: {given:?}", M::NAME);
    }
}

/// Such a reference is for a command that changes nothing, or for who knows better.
#[track_caller]
fn assert_unknown<M: Method<Output: Send + 'static>>(source: &M, paths: &[&[&str]]) {
    for path in paths {
        let error = given(source, path, Take::new, false).unwrap_err();
        let told = matches!(&error, Error::Invalid(_)) && error.to_string().contains("always_there()");
        assert!(told, "{}: {path:?}: {error}", M::NAME);
        assert!(given(source, path, Look::new, false).is_ok());
        assert!(given(source, path, Take::new, true).is_ok());
    }
}

#[test]
fn what_a_declaration_says() {
    let there: &[&[&str]] = &[&[], &["ID"], &["NOTE"], &["OPEN"], &["SHOP"], &["SHOP", "ID"]];
    assert_known(&Whole::new(), there);
    let lacking: &[&[&str]] = &[
        &["DISCOUNT"],
        &["COUNT"],
        &["TAGS"],
        &["TAGS", "0"],
        &["PRICES"],
        &["PRICES", "ID"],
        &["ANY"],
        &["ANY", "ID"],
        &["BEFORE"],
        &["BEFORE", "ID"],
        &["SHOPS"],
        &["SHOPS", "ID"],
        &["SHOPS", "0", "ID"],
        &["SHOP", "PHONE"],
        &["CUSTOM"],
        &["UF_1"],
        // Not the names by which the portal calls them, nor what is in a number.
        &["id"],
        &["ID", "ID"],
    ];
    assert_unknown(&Whole::new(), lacking);
}

#[test]
fn what_a_declaration_says_of_the_member_that_holds_the_result() {
    assert_known(&At::new(), &[&[], &["ID"], &["SHOP", "ID"]]);
    assert_unknown(&At::new(), &[&["order"], &["order", "ID"], &["ANY"]]);
    assert_unknown(&AtMaybe::new(), &[&[], &["ID"]]);
    assert_unknown(&AtAny::new(), &[&[], &["ID"]]);
}

#[test]
fn results_that_may_be_nothing() {
    assert_known(&Number::new(), &[&[]]);
    assert_unknown(&Maybe::new(), &[&[]]);
    assert_unknown(&List::new(), &[&[], &["0"], &["0", "ID"], &["ID"]]);
    assert_unknown(&ByKey::new(), &[&[], &["ID"], &["a", "ID"]]);
    assert_unknown(&OfSerde::new(), &[&[]]);
    assert_unknown(&Undeclared::new(), &[&[], &["ID"]]);
    assert_unknown(&Nothing::new(), &[&[]]);
}

#[test]
fn what_is_documented() {
    assert_known(&Time::new(), &[&[]]);
    assert_known(&Fields::new(), &[&[], &["price"]]);
    assert_unknown(&Fields::new(), &[&["price", "id"], &["id"]]);
    assert_known(&FieldsAt::new(), &[&[]]);
    assert_unknown(&FieldsAt::new(), &[&["price"], &["id"]]);
    assert_unknown(&Instances::new(), &[&[]]);
    // The declaration knows better.
    assert_unknown(&TimeOrNone::new(), &[&[]]);
}
