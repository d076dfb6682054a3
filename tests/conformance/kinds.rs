//! Documented kinds: which JSON a value becomes, and that the rules of a field hold whatever that is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::{NonZeroI8, NonZeroU64};
use std::sync::Arc;

use b24::{
    Base64, Filter, FilterV3, Id, Json, Method, Order, Patch, Select, YesNo, b24_enum, b24_method, b24_object,
};
use serde::Serialize;
use serde_json::{Number, Value, json};

#[b24_enum]
#[derive(Clone)]
enum Flag {
    Y,
    N,
    #[b24(other)]
    Other(String),
}

#[b24_enum]
#[derive(Clone)]
enum Owner {
    #[b24(0)]
    None,
    #[b24(2)]
    Deal,
    #[b24(other)]
    Other(i64),
}

#[b24_object(parameter)]
#[derive(Clone)]
struct Phone {
    #[b24(kind = text)]
    value: Option<u64>,
    delete: Option<bool>,
}

#[b24_object(parameter, untagged)]
#[derive(Clone)]
enum Assigned {
    User(u64),
    Name(String),
}

#[derive(Clone, Serialize)]
struct Own(u8);

impl b24::Scalar for Own {}
impl b24::SentAs<b24::kind::Integer> for Own {}

/// Kind, type: values and what they are sent as, in a field of the type, of an `Option`, a `Patch` and
/// a `Box` of it.
macro_rules! sent {
    ($([$($kind:tt)+] $type:ty: $($value:expr => $json:literal),+;)+) => {
        $({
            #[b24_method("test.kinds", unlisted)]
            struct Kinds {
                #[b24(required, kind = $($kind)+)]
                bare: $type,
                #[b24(kind = $($kind)+)]
                option: Option<$type>,
                #[b24(kind = $($kind)+)]
                patch: Patch<$type>,
            }

            let what = concat!(stringify!($($kind)+), ", ", stringify!($type));
            $(
                let method = Kinds { bare: $value, option: Some($value), patch: Patch::Set($value) };
                is_sent(what, &method, $json);
            )+
        })+
    };
}

fn is_sent(what: &str, method: &impl Method, json: &str) {
    assert!(method.validate().is_ok(), "{what}");
    let json = format!(r#"{{"BARE":{json},"OPTION":{json},"PATCH":{json}}}"#);
    assert_eq!(serde_json::to_string(method).unwrap(), json, "{what}");
}

#[test]
fn numbers() {
    sent! {
        [integer] u64: 13 => "13", u64::MAX => "18446744073709551615";
        [integer] i8: -5 => "-5";
        [integer] u128: 7 => "7";
        [integer] NonZeroU64: NonZeroU64::MIN => "1";
        [integer] Id: Id::new(39) => "39";
        [integer] Owner: Owner::Deal => "2", Owner::Other(-1) => "-1";
        [integer] Own: Own(3) => "3";
        [double] u16: 13 => "13";
        [double] f64: 1.5 => "1.5", 2.0 => "2.0";
        [double] f32: 0.1 => "0.1";
        [double] Number: Number::from(5) => "5";
        [text] u64: 13 => r#""13""#, u64::MAX => r#""18446744073709551615""#;
        [text] i128: i128::MIN => r#""-170141183460469231731687303715884105728""#;
        [text] NonZeroI8: NonZeroI8::MIN => r#""-128""#;
        [text] f64: 1.5 => r#""1.5""#, 1e300 => r#""1e300""#, -0.25 => r#""-0.25""#;
        [text] f32: 0.1 => r#""0.1""#;
        [text] Id: Id::new(39) => r#""39""#;
        [text] Owner: Owner::None => r#""0""#, Owner::Other(9) => r#""9""#;
        [text] Number: Number::from(5) => r#""5""#;
    }
}

#[test]
fn texts() {
    sent! {
        [text] String: "a\"b".to_owned() => r#""a\"b""#;
        [text] &'static str: "a" => r#""a""#;
        [text] Cow<'static, str>: Cow::Borrowed("a") => r#""a""#;
        [text] Box<str>: "a".into() => r#""a""#;
        [text] Arc<str>: "a".into() => r#""a""#;
        [text] char: 'я' => r#""я""#;
        [text] Flag: Flag::Y => r#""Y""#, Flag::Other("M".to_owned()) => r#""M""#;
        [text] Base64: Base64::from_bytes(b"GIF89a") => r#""R0lGODlh""#;
        [text] YesNo: YesNo::No => r#""N""#;
        [date] &'static str: "2026-02-24" => r#""2026-02-24""#;
        [date_time] String: "2026-02-24T13:19:39+01:00".to_owned() => r#""2026-02-24T13:19:39+01:00""#;
    }
}

#[test]
fn booleans() {
    sent! {
        [boolean] bool: true => "true", false => "false";
        [boolean] YesNo: YesNo::Yes => "true", YesNo::No => "false";
        [yes_no] bool: true => r#""Y""#, false => r#""N""#;
        [yes_no] YesNo: YesNo::Yes => r#""Y""#, YesNo::No => r#""N""#;
        [yes_no] Flag: Flag::N => r#""N""#;
        [one_zero] bool: true => "1", false => "0";
        [one_zero] YesNo: YesNo::Yes => "1", YesNo::No => "0";
        [one_zero] Owner: Owner::None => "0";
    }
}

#[test]
fn files_objects_lists_and_maps() {
    let phone = || Phone::new().value(5).delete(true);
    let gif = || Base64::from_bytes(b"GIF89a");
    sent! {
        [file] Base64: gif() => r#""R0lGODlh""#;
        [file] Vec<String>: vec!["a.gif".to_owned(), "R0lGODlh".to_owned()] => r#"["a.gif","R0lGODlh"]"#;
        [file] BTreeMap<String, Vec<String>>: BTreeMap::from([("fileData".to_owned(), vec![])]) => r#"{"fileData":[]}"#;
    }
    sent! {
        [object] Phone: phone() => r#"{"VALUE":"5","DELETE":true}"#;
        [object] Box<Phone>: Box::new(phone()) => r#"{"VALUE":"5","DELETE":true}"#;
        [object] Arc<Phone>: Arc::new(phone()) => r#"{"VALUE":"5","DELETE":true}"#;
        [object] BTreeMap<String, bool>: BTreeMap::from([("a".to_owned(), true)]) => r#"{"a":true}"#;
        [object] Filter: Filter::new().greater("ID", 5) => r#"{">ID":5}"#;
        [object] Order: Order::new().ascending("ID") => r#"{"ID":"ASC"}"#;
        [object | list<any>] FilterV3: FilterV3::new().equal("id", 5) => r#"[["id","=",5]]"#;
    }
    sent! {
        [list<integer>] Vec<u64>: vec![1, 2] => "[1,2]";
        [list<text>] Vec<u64>: vec![1, 2] => r#"["1","2"]"#;
        [list<yes_no>] VecDeque<bool>: [true, false].into() => r#"["Y","N"]"#;
        [list<one_zero>] BTreeSet<bool>: [true, false].into() => "[0,1]";
        [list<boolean>] Vec<Option<YesNo>>: vec![Some(YesNo::Yes), None] => "[true,null]";
        [list<text>] &'static [f64]: &[1.5] => r#"["1.5"]"#;
        [list<text>] HashSet<u8>: [1].into() => r#"["1"]"#;
        [list<list<text>>] Vec<Vec<u64>>: vec![vec![1], vec![]] => r#"[["1"],[]]"#;
        [list<object>] Vec<Phone>: vec![phone()] => r#"[{"VALUE":"5","DELETE":true}]"#;
        [list<object>] FilterV3: FilterV3::new().equal("id", 5) => r#"[["id","=",5]]"#;
        [list<any>] Vec<Own>: vec![Own(1)] => "[1]";
        [list<file>] Vec<Base64>: vec![gif()] => r#"["R0lGODlh"]"#;
        [map<text>] BTreeMap<u64, u64>: BTreeMap::from([(1, 2)]) => r#"{"1":"2"}"#;
        [map<list<yes_no>>] HashMap<String, Vec<bool>>: [("a".to_owned(), vec![true])].into() => r#"{"a":["Y"]}"#;
        [map<any>] HashMap<&'static str, Own>: [("a", Own(1))].into() => r#"{"a":1}"#;
        [map<text>] serde_json::Map<String, Value>: json!({"a": 1}).as_object().unwrap().clone() => r#"{"a":1}"#;
    }
}

#[test]
fn a_value_that_fits_both_kinds_of_a_choice_is_the_first_one() {
    sent! {
        [text | integer] u64: 13 => "13";
        [integer | text] f64: 1.5 => r#""1.5""#;
        [integer | text] &'static str: "13" => r#""13""#;
        [integer | text] Owner: Owner::Deal => "2";
        [integer | text] Assigned: Assigned::User(5) => "5", Assigned::Name("a".to_owned()) => r#""a""#;
        [text] Assigned: Assigned::User(5) => r#""5""#;
        [double | text] f64: 1.5 => "1.5";
        [boolean | integer] bool: true => "true";
        [boolean | integer] YesNo: YesNo::Yes => "true";
        [boolean | integer] u8: 1 => "1";
        [boolean | text] YesNo: YesNo::Yes => "true";
        [boolean | text] u8: 1 => r#""1""#;
        [boolean | object] bool: false => "false";
        [boolean | object] Phone: Phone::new() => "{}";
        [integer | object] Phone: Phone::new() => "{}";
        [integer | object] u8: 1 => "1";
        [integer | list<any>] u8: 1 => "1";
        [integer | list<any>] Vec<u8>: vec![1] => "[1]";
        [list<any> | object] Vec<u8>: vec![1] => "[1]";
        [list<any> | object] Phone: Phone::new() => "{}";
        [text | object] u8: 1 => r#""1""#;
        [text | object] Phone: Phone::new() => "{}";
        [text | list<any>] Vec<u8>: vec![1] => "[1]";
        [text | list<any>] u8: 1 => r#""1""#;
        [date | date_time] String: "2026-02-24".to_owned() => r#""2026-02-24""#;
        [text | date_time] u64: 5 => r#""5""#;
        [double | date_time] f64: 5.5 => "5.5";
        [double | date_time] &'static str: "2026-02-24" => r#""2026-02-24""#;
    }
}

/// Blocks, alone or with what they have in common.
#[b24_object(parameter, untagged)]
#[derive(Clone)]
enum Blocks {
    Alone(Vec<Phone>),
    Whole(Phone),
}

#[test]
fn in_a_choice_an_object_and_a_list_stand_for_each_other() {
    let phones = || vec![Phone::new()];
    let names = || BTreeMap::from([("de".to_owned(), "Neu".to_owned())]);
    sent! {
        [object | text] Vec<Phone>: phones() => "[{}]";
        [object | text] Blocks: Blocks::Alone(phones()) => "[{}]", Blocks::Whole(Phone::new()) => "{}";
        [object | list<any>] Blocks: Blocks::Alone(phones()) => "[{}]", Blocks::Whole(Phone::new()) => "{}";
        [list<any> | text] BTreeMap<String, String>: names() => r#"{"de":"Neu"}"#;
        [list<any> | text] Order: Order::new().ascending("ID") => r#"{"ID":"ASC"}"#;
        [integer | list<any>] Phone: Phone::new() => "{}";
        [integer | object] Vec<u8>: vec![1] => "[1]";
        [boolean | object] Vec<u8>: vec![1] => "[1]";
    }
}

#[test]
fn any_json_is_every_kind() {
    sent! {
        [integer] Value: json!("x") => r#""x""#;
        [list<yes_no>] Value: json!({"a": true}) => r#"{"a":true}"#;
        [text] Json<Vec<u8>>: Json(vec![1]) => "[1]";
        [any] Vec<bool>: vec![true] => "[true]";
    }
}

#[test]
fn a_selection_is_a_list() {
    #[b24_method("test.select", unlisted)]
    struct List {
        #[b24(kind = list<text>)]
        texts: Option<Select>,
        #[b24(kind = list<any>)]
        items: Option<Select>,
        #[b24(kind = list<any> | object)]
        array: Option<Select>,
    }

    let list = List::new().texts(["ID"]).items(["ID"]).array(["ID"]);
    assert_eq!(
        serde_json::to_string(&list).unwrap(),
        r#"{"TEXTS":["ID"],"ITEMS":["ID"],"ARRAY":["ID"]}"#
    );
}

#[b24_method("test.rules", unlisted)]
struct Rules {
    #[b24(kind = text, range = 1..=50)]
    limit: Option<u64>,
    #[b24(kind = text, range = ..=1.5)]
    share: Patch<f64>,
    #[b24(kind = list<text>, range = 1.., items = 2..)]
    users: Option<Vec<u64>>,
    #[b24(kind = text, enum = [1, 2])]
    step: Option<u64>,
    #[b24(kind = text, enum = [0, 2])]
    owner: Option<Owner>,
    #[b24(kind = map<text>, items = ..=1)]
    names: Option<BTreeMap<String, u64>>,
}

fn violations(method: &Rules) -> Vec<String> {
    let Err(invalid) = method.validate() else {
        return Vec::new();
    };
    invalid.violations().iter().map(ToString::to_string).collect()
}

#[test]
fn rules_hold_for_a_number_that_is_sent_as_text() {
    let good = Rules::new()
        .limit(50)
        .share(1.5)
        .users([1, 2])
        .step(2)
        .owner(Owner::Deal);
    assert_eq!(violations(&good), Vec::<String>::new());

    let names = [("a", 1_u64), ("b", 2)];
    let wrong = Rules::new().limit(51).share(1.6).users([0]).step(3).names(names);
    assert_eq!(
        violations(&wrong.owner(Owner::Other(5))),
        [
            "`LIMIT`: 51 is out of range; allowed is 1..=50",
            "`SHARE`: 1.6 is out of range; allowed is ..=1.5",
            "`USERS[0]`: 0 is out of range; allowed is 1..",
            "`USERS`: has 1 items; allowed are at least 2",
            "`STEP`: 3 is not allowed; allowed are 1, 2",
            "`OWNER`: 5 is not allowed; allowed are 0, 2",
            "`NAMES`: has 2 items; allowed are at most 1",
        ]
    );
}

#[test]
fn what_is_no_number_of_json_is_no_text_either() {
    let words = violations(&Rules::new().share(f64::NAN));
    assert_eq!(words.len(), 1);
    assert!(
        words[0].contains("NaN is not a number that JSON has"),
        "{words:?}"
    );
}

#[test]
fn a_cleared_value_and_an_absent_one_have_no_kind() {
    #[b24_method("test.patch", unlisted)]
    struct Update {
        #[b24(kind = yes_no)]
        opened: Patch<bool>,
        #[b24(kind = list<text>)]
        tags: Patch<Vec<u64>>,
    }

    assert_eq!(serde_json::to_string(&Update::new()).unwrap(), "{}");
    let update = Update::new().opened(Patch::Clear).tags(Patch::Clear);
    assert!(update.validate().is_ok());
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"OPENED":"","TAGS":[]}"#
    );
}

#[test]
fn what_is_in_an_object_of_a_kind_is_checked_too() {
    #[b24_object(parameter)]
    struct Contact {
        #[b24(kind = text, range = 1..)]
        id: Option<u64>,
    }
    #[b24_method("test.nested", unlisted)]
    struct Nested {
        #[b24(kind = list<object>)]
        contacts: Option<Vec<Contact>>,
    }

    let invalid = Nested::new().contacts([Contact::new().id(0)]).validate();
    assert_eq!(invalid.unwrap_err().violations()[0].path(), "CONTACTS[0].ID");
}

/// What these fields hold is decoded as without a kind.
#[test]
fn a_kind_says_nothing_of_what_is_received() {
    #[b24_object]
    #[derive(Debug, PartialEq)]
    struct Deal {
        #[b24(kind = text)]
        id: Option<u64>,
        #[b24(kind = yes_no)]
        opened: Option<bool>,
    }

    let deal: Deal = serde_json::from_str(r#"{"ID":5,"OPENED":true}"#).unwrap();
    assert_eq!(deal, Deal::new().id(5).opened(true));
    assert_eq!(
        serde_json::to_string(&deal).unwrap(),
        r#"{"ID":"5","OPENED":"Y"}"#
    );
}
