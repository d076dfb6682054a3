//! Objects whose shape depends on one of their members.

use b24::{b24_method, b24_object};
use serde_json::{Map, Value, json};

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Text {
    default_value: Option<String>,
    #[b24(range = 1..=50)]
    rows: Option<u64>,
}

#[b24_object(default)]
#[derive(Debug, Clone, PartialEq)]
struct Number {
    default_value: Option<i64>,
}

/// What `SETTINGS` are is said by `USER_TYPE_ID`.
#[b24_object(tag = "USER_TYPE_ID", content = "SETTINGS", rename_all = "lowercase")]
#[derive(Debug, Clone, PartialEq)]
enum FieldKind {
    #[b24("string")]
    Text(Text),
    #[b24("integer")]
    Number(Option<Number>),
    Boolean,
    #[b24(other)]
    Other(Map<String, Value>),
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct UserField {
    #[b24(required)]
    field_name: String,
    #[b24(required, flatten)]
    kind: FieldKind,
    mandatory: Option<bool>,
}

#[b24_method("test.userfield.add", unlisted, rename_all = "camelCase")]
struct UserFieldAdd {
    #[b24(required)]
    fields: UserField,
}

/// Each kind, and how it is written.
fn kinds() -> [(FieldKind, &'static str); 5] {
    let other = json!({"USER_TYPE_ID": "money", "SETTINGS": {"DEFAULT_VALUE": 1}});
    let Value::Object(other) = other else {
        unreachable!()
    };
    [
        (
            FieldKind::Text(Text::new().rows(3)),
            r#""USER_TYPE_ID":"string","SETTINGS":{"ROWS":3}"#,
        ),
        (
            FieldKind::Number(Some(Number::new().default_value(1))),
            r#""USER_TYPE_ID":"integer","SETTINGS":{"DEFAULT_VALUE":1}"#,
        ),
        (FieldKind::Number(None), r#""USER_TYPE_ID":"integer""#),
        (FieldKind::Boolean, r#""USER_TYPE_ID":"boolean""#),
        (
            FieldKind::Other(other),
            r#""SETTINGS":{"DEFAULT_VALUE":1},"USER_TYPE_ID":"money""#,
        ),
    ]
}

#[test]
fn the_tag_goes_with_its_content() {
    for (kind, written) in kinds() {
        let field = UserField::new("UF_CRM_1", kind).mandatory(true);
        let expected = format!(r#"{{"fields":{{"FIELD_NAME":"UF_CRM_1",{written},"MANDATORY":true}}}}"#);
        let call = UserFieldAdd::new(field);
        assert!(call.validate().is_ok());
        assert_eq!(serde_json::to_string(&call).unwrap(), expected);
    }
}

#[test]
fn the_tag_tells_what_is_decoded() {
    for (kind, written) in kinds() {
        let field = UserField::new("UF_CRM_1", kind).mandatory(true);
        let text = format!(r#"{{{written},"MANDATORY":"Y","FIELD_NAME":"UF_CRM_1"}}"#);
        assert_eq!(serde_json::from_str::<UserField>(&text).unwrap(), field);
        // The tag may come last.
        let text = text.replace(
            r#""USER_TYPE_ID":"integer","SETTINGS":{"DEFAULT_VALUE":1}"#,
            r#""SETTINGS":{"DEFAULT_VALUE":"1"},"USER_TYPE_ID":"integer""#,
        );
        assert_eq!(serde_json::from_str::<UserField>(&text).unwrap(), field);
    }
}

#[test]
fn a_wrong_value_in_a_variant_has_its_path() {
    let field = UserField::new("UF_CRM_1", FieldKind::Text(Text::new().rows(51)));
    let error = UserFieldAdd::new(field).validate().unwrap_err();
    assert_eq!(error.violations()[0].path(), "fields.SETTINGS.ROWS");
}

#[test]
fn what_is_missing_or_wrong_in_a_variant_is_said() {
    for (json, message) in [
        (json!({"FIELD_NAME": "A"}), "missing field `USER_TYPE_ID`"),
        (
            json!({"FIELD_NAME": "A", "USER_TYPE_ID": "string", "SETTINGS": 5}),
            "`SETTINGS`: invalid type: integer `5`, expected an object, `Text`",
        ),
    ] {
        let error = serde_json::from_value::<UserField>(json).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

/// Without `content`, the members stand beside the tag; and the tag may be a number.
#[b24_object(tag = "ownerTypeId")]
#[derive(Debug, Clone, PartialEq)]
enum Owner {
    #[b24(1)]
    Lead(Lead),
    #[b24(2)]
    Deal,
}

#[b24_object(rename_all = "camelCase")]
#[derive(Debug, Clone, PartialEq)]
struct Lead {
    #[b24(required, range = 1..)]
    owner_id: u64,
}

#[b24_method("test.timeline.bind", unlisted, rename_all = "camelCase")]
struct Bind {
    #[b24(required)]
    owners: Vec<Owner>,
}

#[test]
fn members_may_stand_beside_the_tag() {
    let owners = [Owner::Deal, Owner::Lead(Lead::new(0_u64))];
    let call = Bind::new(owners.clone());
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        r#"{"owners":[{"ownerTypeId":2},{"ownerTypeId":1,"ownerId":0}]}"#
    );
    assert_eq!(
        call.validate().unwrap_err().violations()[0].path(),
        "owners[1].ownerId"
    );
    let text = r#"[{"ownerTypeId":"2"},{"ownerId":"0","ownerTypeId":1}]"#;
    assert_eq!(serde_json::from_str::<Vec<Owner>>(text).unwrap(), owners);
    let error = serde_json::from_str::<Owner>(r#"{"ownerTypeId":3}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`ownerTypeId` is \"3\", expected one of 1, 2 at line 1 column 17"
    );
}

/// A text, or a text for each language.
#[b24_object(untagged)]
#[derive(Debug, Clone, PartialEq)]
enum Label {
    Text(String),
    Languages(std::collections::BTreeMap<String, String>),
    Owners(Vec<Lead>),
}

#[b24_method("label.set", unlisted)]
struct LabelSet {
    #[b24(required)]
    label: Label,
    others: Option<Vec<Label>>,
}

#[test]
fn a_value_may_be_one_of_several_shapes() {
    for (label, written) in [
        (Label::Text("News".to_owned()), json!("News")),
        (
            Label::Languages([("en".to_owned(), "News".to_owned())].into()),
            json!({"en": "News"}),
        ),
        (Label::Owners(vec![Lead::new(1_u64)]), json!([{"ownerId": 1}])),
    ] {
        assert_eq!(
            serde_json::to_value(LabelSet::new(label.clone())).unwrap()["LABEL"],
            written
        );
        assert_eq!(serde_json::from_value::<Label>(written).unwrap(), label);
    }
    let call = LabelSet::new(Label::Text(String::new())).others([Label::Owners(vec![Lead::new(0_u64)])]);
    let error = call.validate().unwrap_err();
    let paths: Vec<&str> = error.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(paths, ["LABEL", "OTHERS[0][0].ownerId"]);
    let error = serde_json::from_str::<Label>("true").unwrap_err();
    assert_eq!(
        error.to_string(),
        "no variant of `Label` takes true: invalid type: boolean `true`, expected a text, or a number"
    );
}

/// A union may hold itself; no answer is read without end.
#[b24_object(untagged, result)]
#[derive(Debug, PartialEq)]
enum Tree {
    Leaf(u64),
    Node(Vec<Tree>),
}

#[b24_object(untagged, result)]
enum Selfish {
    #[expect(dead_code, reason = "decoded only")]
    Number(u64),
    #[expect(dead_code, reason = "decoded only")]
    Itself(Box<Selfish>),
}

/// Two shapes that differ only behind what they have in common.
#[b24_object(untagged, result)]
enum Twin {
    #[expect(dead_code, reason = "decoded only")]
    One(One),
    #[expect(dead_code, reason = "decoded only")]
    Other(Other),
}

#[b24_object(result)]
struct One {
    #[expect(dead_code, reason = "decoded only")]
    child: Option<Box<Twin>>,
    #[expect(dead_code, reason = "decoded only")]
    one: u64,
}

#[b24_object(result)]
struct Other {
    #[expect(dead_code, reason = "decoded only")]
    child: Option<Box<Twin>>,
    #[expect(dead_code, reason = "decoded only")]
    other: u64,
}

#[test]
fn a_union_that_holds_itself_is_read_or_refused() {
    let tree: Tree = serde_json::from_str(r#"[1,[2,"3"]]"#).unwrap();
    let leaves = Tree::Node(vec![Tree::Leaf(2), Tree::Leaf(3)]);
    assert_eq!(tree, Tree::Node(vec![Tree::Leaf(1), leaves]));
    for deep in [
        r#""x""#.to_owned(),
        format!("{}true{}", "[".repeat(100), "]".repeat(100)),
    ] {
        assert!(serde_json::from_str::<Tree>(&deep).is_err());
        assert!(serde_json::from_str::<Selfish>(&deep).is_err());
    }
    let mut twins = r#"{"OTHER":1}"#.to_owned();
    for _ in 0..5 {
        twins = format!(r#"{{"CHILD":{twins},"OTHER":1}}"#);
    }
    assert!(serde_json::from_str::<Twin>(&twins).is_ok());
    for _ in 0..80 {
        twins = format!(r#"{{"CHILD":{twins},"OTHER":"x"}}"#);
    }
    assert!(serde_json::from_str::<Twin>(&twins).is_err());
}

#[test]
fn a_tag_is_kept_as_it_came() {
    let text = r#"{"ownerTypeId":2.0}"#;
    assert_eq!(serde_json::from_str::<Owner>(text).unwrap(), Owner::Deal);
    let field: UserField = serde_json::from_value(json!({"FIELD_NAME": "A", "USER_TYPE_ID": 77})).unwrap();
    assert_eq!(serde_json::to_value(field).unwrap()["USER_TYPE_ID"], 77);
    // An object of optional members is one where nothing was written.
    for settings in [json!(null), json!([]), json!({})] {
        let json = json!({"FIELD_NAME": "A", "USER_TYPE_ID": "string", "SETTINGS": settings});
        let field: UserField = serde_json::from_value(json).unwrap();
        assert_eq!(field.kind, FieldKind::Text(Text::new()));
    }
}
