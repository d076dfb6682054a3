//! What each type takes from an answer, and in which words it refuses the rest.

mod scalars;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt::{self, Debug};
use std::num::{NonZeroI8, NonZeroU8, NonZeroU64};

use b24::{Base64, Form, Id, Json, Lenient, Leniently, Loose, Patch, YesNo, b24_enum, b24_method};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value, json};

use crate::canned::answering;

fn decode<T: Lenient>(json: &str) -> Result<T, String> {
    match serde_json::from_str::<Loose<T>>(json) {
        Ok(value) => Ok(value.into_inner()),
        Err(error) => {
            let error = error.to_string();
            Err(error.split(" at line").next().unwrap_or_default().to_owned())
        }
    }
}

/// Each of the texts decodes to `value`, from a text and from a `Value`.
#[track_caller]
fn taken<T: Lenient + PartialEq + Debug>(value: &T, texts: &[&str]) {
    for json in texts {
        assert_eq!(decode::<T>(json).as_ref(), Ok(value), "{json}");
        let parsed: Value = serde_json::from_str(json).unwrap();
        assert_eq!(T::decode(parsed).as_ref().ok(), Some(value), "{json} as a Value");
    }
}

#[track_caller]
fn refused<T: Lenient + Debug>(json: &str, message: &str) {
    assert_eq!(decode::<T>(json).unwrap_err(), message, "{json}");
}

/// A type as `#[b24_object]` makes it, in short.
#[derive(Debug, PartialEq, Default)]
struct Row {
    id: u64,
    title: Option<String>,
    rows: Vec<Row>,
    parent: Option<Box<Row>>,
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Row;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Row, M::Error> {
                let (mut id, mut title, mut rows, mut parent) = (None, None, None, None);
                while let Some(key) = members.next_key::<String>()? {
                    match key.as_str() {
                        "ID" => id = Some(members.next_value_seed(Leniently::new())?),
                        "TITLE" => title = Some(members.next_value_seed(Leniently::new())?),
                        "ROWS" => rows = Some(members.next_value_seed(Leniently::new())?),
                        "PARENT" => parent = Some(members.next_value_seed(Leniently::new())?),
                        _ => drop(members.next_value::<de::IgnoredAny>()?),
                    }
                }
                Ok(Row {
                    id: or_missing(id, "ID")?,
                    title: or_missing(title, "TITLE")?,
                    rows: or_missing(rows, "ROWS")?,
                    parent: or_missing(parent, "PARENT")?,
                })
            }
        }

        deserializer.deserialize_map(Members)
    }
}

fn or_missing<T: Lenient, E: de::Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.or_else(T::missing).ok_or_else(|| E::missing_field(name))
}

impl Lenient for Row {
    const FORM: Form = Form::Object;
}

fn row(id: u64) -> Row {
    Row { id, ..Row::default() }
}

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    Mint,
}

/// Newtypes as users derive them.
#[derive(Debug, PartialEq, Deserialize)]
struct Stage(String);
impl Lenient for Stage {}
#[derive(Debug, PartialEq, Deserialize)]
struct Flag(bool);
impl Lenient for Flag {}
#[derive(Debug, PartialEq, Deserialize)]
struct Tags(Vec<String>);
impl Lenient for Tags {}
#[derive(Debug, PartialEq, Deserialize)]
struct Labels(BTreeMap<String, String>);
impl Lenient for Labels {}
#[derive(Debug, PartialEq, Deserialize)]
enum Shape {
    Point,
    Circle { radius: u64 },
}
impl Lenient for Shape {}

#[test]
fn an_option_has_four_spellings_of_nothing() {
    let nothing = ["null", r#""""#, "false", "[]"];
    taken(&None::<u64>, &nothing);
    taken(&None::<f64>, &nothing);
    taken(&None::<String>, &nothing);
    taken(&None::<Id>, &nothing);
    taken(&None::<Base64>, &nothing);
    taken(&None::<Color>, &nothing);
    taken(&None::<Row>, &nothing);
    taken(&None::<Box<Row>>, &nothing);
    taken(&None::<Stage>, &nothing);
    taken(&None::<Json<std::net::IpAddr>>, &nothing);

    taken(&None::<bool>, &["null", r#""""#, "[]"]);
    taken(&None::<YesNo>, &["null", r#""""#, "[]"]);
    taken(&None::<Flag>, &["null", r#""""#, "[]"]);
    taken(&None::<Vec<u64>>, &["null", r#""""#, "false"]);
    taken(&None::<BTreeMap<String, u64>>, &["null", r#""""#, "false"]);
    taken(&None::<Value>, &["null", r#""""#]);
    taken(&None::<Tags>, &["null", r#""""#, "false"]);

    taken(&Some(false), &["false", "0", r#""N""#]);
    taken(&Some(YesNo::No), &["false", "0", r#""N""#]);
    taken(&Some(Flag(false)), &["false"]);
    taken(&Some(Some(false)), &["false", "0"]);
    taken(&Some(Vec::<u64>::new()), &["[]", "{}"]);
    taken(&Some(BTreeMap::<String, u64>::new()), &["[]", "{}"]);
    taken(&Some(json!([])), &["[]"]);
    taken(&Some(json!(false)), &["false"]);
}

#[test]
fn an_option_hands_anything_else_on() {
    taken(&Some(0_u64), &["0", r#""0""#]);
    taken(&Some(-1.5_f64), &["-1.5", r#""-1.5""#]);
    taken(&Some("39".to_owned()), &["39"]);
    taken(&Some(true), &["true", "1", r#""Y""#]);
    taken(&Some(Color::Mint), &[r#""MINT""#]);
    taken(&Some(vec![1_u64, 2]), &["[1,2]", r#"{"3":1,"5":"2"}"#]);
    taken(&Some(BTreeMap::from([(0_u64, 5_u64)])), &["[5]", r#"{"0":"5"}"#]);
    taken(
        &Some(row(7)),
        &[r#"{"ID":7}"#, r#"{"ROWS":"","ID":"7","X":[{}]}"#],
    );
    taken(
        &Some(json!({"a": [1, null, false]})),
        &[r#"{"a":[1,null,false]}"#],
    );
    taken(&Some(json!([null])), &["[null]"]);
    // What serde derives for newtypes, tuples and enums.
    taken(&Some(Stage("NEW".to_owned())), &[r#""NEW""#]);
    taken(
        &Some(Tags(vec!["a".to_owned(), "b".to_owned()])),
        &[r#"["a","b"]"#],
    );
    taken(&Some(Tags(Vec::new())), &["[]"]);
    let labels = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
    taken(&Some(Labels(labels)), &[r#"{"a":"b"}"#]);
    taken(&Some(Shape::Point), &[r#""Point""#]);
    taken(
        &Some(Shape::Circle { radius: 3 }),
        &[r#"{"Circle":{"radius":3}}"#],
    );
    taken(&Some(Json((1_u8, "a".to_owned()))), &[r#"[1,"a"]"#]);
    taken(&Some(Json(Some(1_u8))), &["1"]);

    let number = "expected a whole number from 0 to 255, or a text of its digits";
    refused::<Option<u8>>(r#""x""#, &format!(r#"invalid value: string "x", {number}"#));
    refused::<Option<u8>>("true", &format!("invalid type: boolean `true`, {number}"));
    refused::<Option<u8>>("[1]", &format!("invalid type: sequence, {number}"));
    refused::<Option<u8>>("{}", &format!("invalid type: map, {number}"));
    refused::<Option<Row>>("[1]", "invalid type: sequence, expected an object");
    refused::<Option<Row>>("{}", "missing field `ID`");
    refused::<Option<Vec<u8>>>("[[]]", &format!("invalid type: sequence, {number}"));
    refused::<Option<Color>>(
        "true",
        "invalid type: boolean `true`, expected a value of `Color`: RED, MINT",
    );
}

#[test]
fn a_list_is_an_array_an_object_or_one_item() {
    taken(
        &vec![1_u64, 2],
        &["[1,2]", r#"["1","2"]"#, r#"{"3":1,"7":"2"}"#, r#"{"a":1,"b":2}"#],
    );
    taken(&vec![5_u64], &["5", r#""5""#, "[5]", "5.0"]);
    taken(&Vec::<u64>::new(), &["[]", "{}", "null", r#""""#, "false"]);
    taken(&vec![true], &["true", r#""Y""#, "[1]"]);
    taken(&vec![None, Some(1_u64)], &[r#"["",1]"#, r#"{"1":false,"2":1}"#]);
    taken(
        &vec![vec![1_u64], vec![2, 3]],
        &["[1,[2,3]]", r#"{"1":"1","4":{"0":2,"9":3}}"#],
    );
    taken(&VecDeque::from([1_u64, 2]), &["[1,2]", r#"{"2":1,"5":2}"#]);
    taken(&BTreeSet::from([1_u64, 2]), &["[2,1,1]", r#"{"0":2,"1":"1"}"#]);
    taken(&HashSet::from(["a".to_owned()]), &[r#""a""#, r#"["a"]"#]);
    taken(&vec![Color::Red], &[r#""RED""#, r#"{"1":"RED"}"#]);

    // The order is that of the text; a `Value` has sorted its keys.
    assert_eq!(decode(r#"{"7":1,"3":"2","10":3}"#), Ok(vec![1_u64, 2, 3]));

    let number = "expected a whole number from 0 to 255, or a text of its digits";
    refused::<Vec<u8>>("true", &format!("invalid type: boolean `true`, {number}"));
    refused::<Vec<u8>>("[false]", &format!("invalid type: boolean `false`, {number}"));
    refused::<Vec<u8>>("[null]", &format!("invalid type: null, {number}"));
    refused::<Vec<u8>>(r#""1,2""#, &format!(r#"invalid value: string "1,2", {number}"#));
    refused::<HashSet<u8>>(r#"{"a":{}}"#, &format!("invalid type: map, {number}"));
}

#[test]
fn an_object_for_a_list_of_objects_is_the_list_if_its_keys_are_digits() {
    taken(
        &vec![row(1), row(2)],
        &[r#"[{"ID":1},{"ID":2}]"#, r#"{"2":{"ID":1},"4":{"ID":"2"}}"#],
    );
    taken(
        &vec![row(1)],
        &[r#"{"ID":1}"#, r#"{"X":{},"ID":1}"#, r#"{"0":{"ID":1}}"#],
    );
    // The first key decides; after one of digits, another key is refused rather than guessed about.
    assert_eq!(decode(r#"{"ID":1,"7":0}"#), Ok(vec![row(1)]));
    taken(&Vec::<Row>::new(), &["[]", "{}", "null", "false", r#""""#]);
    taken(&vec![Some(row(1))], &[r#"{"ID":1}"#, r#"{"0":{"ID":1}}"#]);
    let one = |name: &str| BTreeMap::from([(name.to_owned(), 1_u64)]);
    taken(&vec![one("ID")], &[r#"{"ID":1}"#, r#"{"8":{"ID":1}}"#]);
    taken(&vec![BTreeMap::from([(-5_i64, 1_u64)])], &[r#"{"-5":1}"#]);
    taken(
        &vec![json!({"ID": 1})],
        &[r#"{"ID":1}"#, r#"[{"ID":1}]"#, r#"{"1":{"ID":1}}"#],
    );
    taken(&vec![json!(1), json!({})], &[r#"{"1":1,"2":{}}"#]);

    refused::<Vec<Row>>(
        r#"{"0":{"ID":1},"TITLE":"x"}"#,
        r#"an object with the key "TITLE" after keys of digits, expected a list or one item"#,
    );
    refused::<Vec<Row>>("1", "invalid type: integer `1`, expected an object");
    refused::<Vec<Row>>(r#"{"TITLE":"x"}"#, "missing field `ID`");
}

#[test]
fn a_map_is_an_object_or_an_array_with_places() {
    let map = BTreeMap::from([("a".to_owned(), 1_u64)]);
    taken(&map, &[r#"{"a":1}"#, r#"{"a":"1"}"#]);
    taken(&HashMap::from([("a".to_owned(), 1_u64)]), &[r#"{"a":"1"}"#]);
    taken(
        &BTreeMap::<String, u64>::new(),
        &["{}", "[]", "null", "false", r#""""#],
    );
    taken(
        &HashMap::<Id, u64>::new(),
        &["{}", "[]", "null", "false", r#""""#],
    );
    taken(
        &BTreeMap::from([(0_u64, 5_u64), (1, 6)]),
        &["[5,6]", r#"{"1":6,"0":"5"}"#],
    );
    taken(&HashMap::from([(Id::new(0), 5_u64)]), &["[5]", r#"{"0":5}"#]);
    taken(&BTreeMap::from([("0".to_owned(), 5_u64)]), &["[5]"]);
    taken(
        &BTreeMap::from([("a".to_owned(), vec![1_u64])]),
        &[r#"{"a":"1"}"#],
    );
    taken(&HashMap::from([(NonZeroU64::MIN, 5_u64)]), &[r#"{"1":5}"#]);
    let json = json!({"a": null}).as_object().cloned().unwrap();
    taken(&json, &[r#"{"a":null}"#]);
    taken(&serde_json::Map::new(), &["[]", "false", "null", r#""""#]);

    for (json, came) in [
        ("true", "boolean `true`"),
        ("1", "integer `1`"),
        ("1.5", "floating point `1.5`"),
        (r#""a""#, r#"string "a""#),
    ] {
        refused::<BTreeMap<String, u64>>(json, &format!("invalid type: {came}, expected an object"));
    }
    refused::<BTreeMap<NonZeroU64, u64>>(
        "[5]",
        "an array, expected an object, and the place 0 is no key of it: \
         invalid value: integer `0`, expected a nonzero u64",
    );
    refused::<BTreeMap<u64, u64>>(
        r#"{"a":1}"#,
        "invalid value: expected key to be a number in quotes",
    );
}

/// Is cleared by an object.
#[derive(Debug, PartialEq, serde::Serialize, Deserialize)]
struct Picture {
    id: u64,
}
impl b24::Scalar for Picture {
    fn serialize_clear<S: serde::Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("remove", "Y")])
    }
}
impl Lenient for Picture {}

#[test]
fn a_patch_is_cleared_by_nothing() {
    taken(&Patch::<u64>::Clear, &["null", r#""""#, "false", "[]"]);
    taken(&Patch::<Vec<u64>>::Clear, &["null", r#""""#, "false", "[]"]);
    taken(&Patch::<bool>::Clear, &["null", r#""""#, "[]"]);
    taken(&Patch::Set(false), &["false", r#""N""#]);
    taken(&Patch::Set(5_u64), &["5", r#""5""#]);
    taken(&Patch::Set(vec![5_u64]), &["[5]", "5", r#"{"2":5}"#]);
    refused::<Patch<u8>>(
        "true",
        "invalid type: boolean `true`, expected a whole number from 0 to 255, or a text of its digits",
    );

    taken(
        &Patch::<Picture>::Clear,
        &[r#"{"remove":"Y"}"#, "null", "false", r#""""#, "[]"],
    );
    taken(&Patch::Set(Picture { id: 3 }), &[r#"{"id":3}"#]);
    refused::<Patch<Picture>>("{}", "missing field `id`");
}

#[test]
fn an_absent_member_is_nothing_where_the_type_has_one() {
    assert_eq!(Option::<u64>::missing(), Some(None));
    assert_eq!(Patch::<u64>::missing(), Some(Patch::Keep));
    assert_eq!(Vec::<u64>::missing(), Some(Vec::new()));
    assert_eq!(VecDeque::<u64>::missing(), Some(VecDeque::new()));
    assert_eq!(HashSet::<u64>::missing(), Some(HashSet::new()));
    assert_eq!(BTreeSet::<u64>::missing(), Some(BTreeSet::new()));
    assert_eq!(HashMap::<u64, u64>::missing(), Some(HashMap::new()));
    assert_eq!(BTreeMap::<u64, u64>::missing(), Some(BTreeMap::new()));
    assert_eq!(<Box<Option<u64>>>::missing(), Some(Box::new(None)));
    assert_eq!(Loose::<Option<u64>>::missing(), Some(Loose(None)));
    assert_eq!(u64::missing(), None);
    assert_eq!(String::missing(), None);
    assert_eq!(bool::missing(), None);
    assert_eq!(Value::missing(), None);
    assert_eq!(Json::<u64>::missing(), None);
    assert_eq!(Color::missing(), None);
    assert_eq!(Row::missing(), None);
}

#[test]
fn other_types_decode_as_they_do_by_themselves() {
    taken(&Id::new(39), &["39", r#""39""#]);
    taken(&Base64::from_bytes(b"GIF89a"), &[r#""R0lGODlh""#]);
    taken(&Json([1_u8, 2]), &["[1,2]"]);
    taken(&Box::new(39_u64), &[r#""39""#]);
    taken(&Loose(39_u64), &[r#""39""#]);
    taken(&json!({"a": [false, "", null]}), &[r#"{"a":[false,"",null]}"#]);
    taken(&Color::Red, &[r#""RED""#]);
    refused::<Json<u64>>(r#""39""#, r#"invalid type: string "39", expected u64"#);
    refused::<Id>(
        "false",
        "invalid type: boolean `false`, expected an identifier: a whole number, or a text of digits",
    );
    refused::<Base64>("5", "invalid type: integer `5`, expected a string");
}

#[test]
fn nested_types_take_their_spellings_at_every_depth() {
    let tree = r#"{"ID":"1","ROWS":{"3":{"ID":2,"TITLE":5},"7":{"ID":3,"PARENT":{"ID":"1","PARENT":[]},"ROWS":{"ID":"4","TITLE":""}}}}"#;
    let expected = Row {
        id: 1,
        title: None,
        parent: None,
        rows: vec![
            Row {
                title: Some("5".to_owned()),
                ..row(2)
            },
            Row {
                rows: vec![row(4)],
                parent: Some(Box::new(row(1))),
                ..row(3)
            },
        ],
    };
    taken(&expected, &[tree]);
    taken(
        &BTreeMap::from([("a".to_owned(), Some(expected))]),
        &[&format!(r#"{{"a":{tree}}}"#)],
    );
}

#[test]
fn nothing_decodes_without_end() {
    for open in [r#"{"ID":1,"ROWS":["#, r#"{"ROWS":"#, r#"{"ROWS":{"1":"#] {
        let error = decode::<Row>(&open.repeat(10_000)).unwrap_err();
        assert_eq!(error, "recursion limit exceeded");
    }
    for cut in [
        "[",
        "[1",
        "[1,",
        "{",
        r#"{"1"#,
        r#"{"1":"#,
        r#"{"1":1,"#,
        r#"{"a":"#,
        "tru",
        "",
    ] {
        assert!(decode::<Vec<Row>>(cut).is_err(), "{cut}");
        assert!(decode::<Option<Row>>(cut).is_err(), "{cut}");
        assert!(decode::<Option<u64>>(cut).is_err(), "{cut}");
        assert!(decode::<Patch<Vec<u64>>>(cut).is_err(), "{cut}");
        assert!(decode::<BTreeMap<u64, Option<u64>>>(cut).is_err(), "{cut}");
    }
}

#[b24_method("test.rows", unlisted, returns = Loose<HashMap<String, Option<Vec<Row>>>>)]
struct Rows;

#[test]
fn an_error_in_an_answer_names_its_place() {
    let expected = "expected a whole number from 0 to 18446744073709551615, or a text of its digits";
    for (result, place, reason) in [
        (
            r#"{"a":[{"ID":1},{"ID":"x"}]}"#,
            "result.a[1].ID",
            r#"string "x""#,
        ),
        (
            r#"{"a":{"4":{"ID":1},"9":{"ID":"x"}}}"#,
            "result.a.9.ID",
            r#"string "x""#,
        ),
        (r#"{"a":{"ID":"x"}}"#, "result.a.ID", r#"string "x""#),
        (
            r#"{"a":{"TITLE":"t","ID":true}}"#,
            "result.a.ID",
            "boolean `true`",
        ),
        (
            r#"{"a":[{"ID":1,"ROWS":{"5":{"ID":[]}}}]}"#,
            "result.a[0].ROWS.5.ID",
            "sequence",
        ),
        (r#"[[{"ID":1}],[{"ID":null}]]"#, "result[1][0].ID", "null"),
    ] {
        let client = answering(200, format!(r#"{{"result":{result}}}"#));
        let error = Rows::new().call(&client).unwrap_err().to_string();
        assert!(error.contains(&format!("`{place}`")), "{place}: {error}");
        assert!(
            error.contains(&format!("{reason}, {expected}")),
            "{reason}: {error}"
        );
    }
}

#[test]
fn a_result_that_is_no_object_may_be_loose() {
    for (result, rows) in [
        ("[]", vec![]),
        ("false", vec![]),
        (r#"{"a":""}"#, vec![("a", None)]),
        (r#"{"a":{"ID":"1"}}"#, vec![("a", Some(vec![row(1)]))]),
        (r#"[[{"ID":1}]]"#, vec![("0", Some(vec![row(1)]))]),
    ] {
        let client = answering(200, format!(r#"{{"result":{result}}}"#));
        let found = Rows::new().call(&client).unwrap().result;
        let rows = rows.into_iter().map(|(key, rows)| (key.to_owned(), rows));
        assert_eq!(*found, rows.collect::<HashMap<_, _>>(), "{result}");
    }
}
