//! Updates: what is left as it is, cleared, and set.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use b24::{Base64, Client, Id, Json, Method as _, Patch, Scalar, Violation, YesNo, b24_method};
use b24_portal::{Answer, Portal};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};

#[b24_method("test.update", unlisted, default)]
#[derive(Debug, Clone)]
struct Update {
    title: Patch<String>,
    note: Patch<Cow<'static, str>>,
    label: Patch<Box<str>>,
    amount: Patch<f64>,
    owner: Patch<u64>,
    company: Patch<Id>,
    opened: Patch<YesNo>,
    file: Patch<Base64>,
    tags: Patch<Vec<String>>,
    members: Patch<Vec<u64>>,
    counts: Patch<BTreeMap<String, u64>>,
    any: Patch<Value>,
    address: Patch<Json<std::net::IpAddr>>,
}

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn what_is_kept_is_not_sent() {
    assert_eq!(written(&Update::default()), json!({}));
    let parameters = Update::new().title(Patch::Clear).parameters();
    assert!(parameters[0].given && !parameters[1].given);
}

#[test]
fn one_value_is_cleared_by_an_empty_text_and_many_by_an_empty_list() {
    let update = Update::new()
        .title(Patch::Clear)
        .note(Patch::Clear)
        .label(Patch::Clear)
        .amount(Patch::Clear)
        .owner(Patch::Clear)
        .company(Patch::Clear)
        .opened(Patch::Clear)
        .file(Patch::Clear)
        .tags(Patch::Clear)
        .members(Patch::Clear)
        .counts(Patch::Clear)
        .any(Patch::Clear)
        .address(Patch::Clear);
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"TITLE":"","NOTE":"","LABEL":"","AMOUNT":"","OWNER":"","COMPANY":"","OPENED":"","FILE":"","TAGS":[],"MEMBERS":[],"COUNTS":[],"ANY":"","ADDRESS":""}"#
    );
}

#[test]
fn a_file_is_one_value_also_as_a_list_of_its_name_and_content() {
    #[b24_method("test.update", unlisted)]
    struct Media {
        #[b24(kind = file)]
        photo: Patch<Vec<String>>,
        #[b24(kind = file)]
        logo: Patch<Base64>,
        #[b24(kind = list<file>)]
        files: Patch<Vec<Base64>>,
    }
    let media = Media::new().photo(["a.gif", "R0lGODlh"]);
    assert_eq!(written(&media), json!({"PHOTO": ["a.gif", "R0lGODlh"]}));
    let media = media.photo(Patch::Clear).logo(Patch::Clear).files(Patch::Clear);
    media.validate().unwrap();
    assert_eq!(written(&media), json!({"PHOTO": "", "LOGO": "", "FILES": []}));
}

#[test]
fn setters_take_what_the_value_takes() {
    let update = Update::new()
        .title("News")
        .note("n")
        .label(String::from("l"))
        .amount(10)
        .owner(39)
        .company(7_u64)
        .opened(true)
        .file(Base64::from_bytes(b"GIF89a"))
        .tags(["a", "b"])
        .members([1_u64, 2].iter().map(|id| id + 1))
        .counts([("a", 1)])
        .any("x")
        .address(std::net::IpAddr::from([127, 0, 0, 1]));
    assert_eq!(
        written(&update),
        json!({
            "TITLE": "News", "NOTE": "n", "LABEL": "l", "AMOUNT": 10.0, "OWNER": 39, "COMPANY": 7,
            "OPENED": "Y", "FILE": "R0lGODlh", "TAGS": ["a", "b"], "MEMBERS": [2, 3], "COUNTS": {"a": 1},
            "ANY": "x", "ADDRESS": "127.0.0.1",
        })
    );
    let patch: Patch<u64> = 5.into();
    let update = update.owner(patch).title(Patch::Keep).tags(Patch::Set(vec![]));
    let update = written(&update);
    assert_eq!((&update["OWNER"], &update["TAGS"]), (&json!(5), &json!([])));
    assert!(update.get("TITLE").is_none());
}

#[b24_method("test.update", unlisted)]
struct Ruled {
    #[b24(required)]
    name: Patch<String>,
    #[b24(required)]
    members: Patch<Vec<u64>>,
    #[b24(enum = ["OPEN", "CHAT"])]
    kind: Patch<String>,
    #[b24(range = 1..=5)]
    level: Patch<u8>,
    #[b24(length = 2..=3)]
    code: Patch<String>,
    #[b24(items = 1..=2, length = 1..=2)]
    tags: Patch<Vec<String>>,
    #[b24(validate = even)]
    number: Patch<u64>,
}

// A check takes a reference to whatever type its field has.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn even(number: &u64) -> Result<(), &'static str> {
    if number.is_multiple_of(2) {
        Ok(())
    } else {
        Err("is odd")
    }
}

#[test]
fn the_rules_hold_for_what_is_set() {
    let wrong = Ruled::new("", [0; 0])
        .kind("ROOM")
        .level(9)
        .code("x")
        .tags(["a", "long", "b"])
        .number(3);
    let invalid = wrong.validate().unwrap_err();
    let mut paths: Vec<&str> = invalid.violations().iter().map(Violation::path).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "CODE", "KIND", "LEVEL", "MEMBERS", "NAME", "NUMBER", "TAGS", "TAGS[1]"
        ]
    );
}

#[test]
fn to_clear_is_always_allowed() {
    let mut cleared = Ruled::new("n", [1])
        .kind(Patch::Clear)
        .level(Patch::Clear)
        .code(Patch::Clear)
        .tags(Patch::Clear)
        .number(Patch::Clear);
    cleared.name = Patch::Clear;
    cleared.members = Patch::Clear;
    cleared.validate().unwrap();
    assert_eq!(
        serde_json::to_string(&cleared).unwrap(),
        r#"{"NAME":"","MEMBERS":[],"KIND":"","LEVEL":"","CODE":"","TAGS":[],"NUMBER":""}"#
    );
}

#[test]
fn what_is_required_is_not_kept() {
    let mut kept = Ruled::new("n", [1]);
    kept.validate().unwrap();
    kept.name = Patch::Keep;
    let invalid = kept.validate().unwrap_err();
    assert_eq!(
        invalid.to_string(),
        "test.update was not called: `NAME`: is required, but not given or empty"
    );
}

#[test]
fn a_portal_receives_the_three() {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    portal.answer("test.update", Answer::result("true"));
    let update = Update::new().title("News").note(Patch::Clear);
    update.call(&client).unwrap();
    assert_eq!(
        portal.requests()[0].json().unwrap(),
        json!({"TITLE": "News", "NOTE": ""})
    );
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Fields {
    #[serde(skip_serializing_if = "Patch::is_keep")]
    title: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_keep")]
    owner: Patch<u64>,
    #[serde(skip_serializing_if = "Patch::is_keep")]
    tags: Patch<Vec<String>>,
}

#[test]
fn it_decodes_as_it_is_written() {
    for (json, title, owner) in [
        ("{}", Patch::Keep, Patch::Keep),
        (r#"{"title":null,"owner":""}"#, Patch::Clear, Patch::Clear),
        (r#"{"title":"","owner":null}"#, Patch::Clear, Patch::Clear),
        (
            r#"{"title":"News","owner":0}"#,
            Patch::Set("News".to_owned()),
            Patch::Set(0),
        ),
    ] {
        let fields: Fields = serde_json::from_str(json).unwrap();
        assert_eq!((&fields.title, &fields.owner), (&title, &owner), "{json}");
        let again: Fields = serde_json::from_str(&serde_json::to_string(&fields).unwrap()).unwrap();
        assert_eq!(again, fields);
    }
    let cleared: Fields = serde_json::from_str(r#"{"tags":[]}"#).unwrap();
    assert_eq!(cleared.tags, Patch::Clear);
    let error = serde_json::from_str::<Fields>(r#"{"owner":"x"}"#).unwrap_err();
    assert!(error.to_string().contains("expected u64"), "{error}");
}

#[test]
fn what_is_kept_has_no_way_to_be_written() {
    let error = serde_json::to_string(&[Patch::<u64>::Keep])
        .unwrap_err()
        .to_string();
    assert!(error.contains("a value that is kept is not written"), "{error}");
}

#[test]
fn a_type_knows_its_own_way() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Picture {
        id: u64,
    }
    impl Scalar for Picture {
        fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([("remove", "Y")])
        }
    }

    /// `null` clears it.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Background(String);
    impl Scalar for Background {
        fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_none()
        }
    }

    #[b24_method("test.update", unlisted, rename_all = "camelCase")]
    struct Own {
        #[b24(required)]
        picture: Patch<Picture>,
        boxed: Patch<Box<Background>>,
    }
    let own = Own::new(Picture { id: 5 })
        .picture(Patch::Clear)
        .boxed(Patch::Clear);
    own.validate().unwrap();
    assert_eq!(written(&own), json!({"picture": {"remove": "Y"}, "boxed": null}));
    let own = own.picture(Picture { id: 7 });
    assert_eq!(written(&own)["picture"], json!({"id": 7}));

    let decoded: HashMap<String, Patch<Picture>> =
        serde_json::from_value(json!({"a": {"remove": "Y"}, "b": {"id": 7}})).unwrap();
    assert_eq!(
        (&decoded["a"], &decoded["b"]),
        (&Patch::Clear, &Patch::Set(Picture { id: 7 }))
    );
}
