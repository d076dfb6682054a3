//! Enums of values, through a whole call.

use b24::{Client, b24_enum, b24_method};
use b24_portal::{Answer, Portal};
use serde::Deserialize;
use serde_json::json;

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    LightBlue,
    #[b24("mint")]
    Mint,
    #[b24("7")]
    Seventh,
}

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    New,
    #[b24(other)]
    Custom(String),
}

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum OwnerType {
    #[b24(1)]
    Lead,
    #[b24(2)]
    Deal,
}

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Priority {
    #[b24(0)]
    None,
    #[b24(other)]
    Other(i64),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct Row {
    color: Color,
    stage: Stage,
    owner: OwnerType,
    priority: Priority,
}

impl b24::Lenient for Row {}

#[b24_method("test.rows", unlisted, returns = Vec<Row>)]
struct Rows {
    #[b24(required, enum = ["RED", "LIGHT_BLUE", "mint"])]
    color: Color,
    #[b24(enum = ["NEW"])]
    stage: Option<Stage>,
    owner: Option<Vec<OwnerType>>,
    priority: Option<Priority>,
}

fn sandbox() -> (Portal, Client) {
    let portal = Portal::start().unwrap();
    let client = Client::webhook(portal.webhook()).unwrap();
    (portal, client)
}

#[test]
fn each_value_is_sent_as_it_is_declared_and_read_back_in_either_form() {
    let (portal, client) = sandbox();
    portal.answer(
        "test.rows",
        Answer::result(
            r#"[{"COLOR":"LIGHT_BLUE","STAGE":"NEW","OWNER":2,"PRIORITY":0},
                {"COLOR":7,"STAGE":"WON","OWNER":"1","PRIORITY":"-3"},
                {"COLOR":"7","STAGE":4,"OWNER":"01","PRIORITY":9}]"#,
        ),
    );
    let rows = Rows::new(Color::Mint)
        .stage(Stage::New)
        .owner([OwnerType::Lead, OwnerType::Deal])
        .priority(Priority::Other(-3))
        .call(&client)
        .unwrap()
        .result;

    assert_eq!(
        portal.requests()[0].json().unwrap(),
        json!({"COLOR": "mint", "STAGE": "NEW", "OWNER": [1, 2], "PRIORITY": -3})
    );
    let row = |color, stage, owner, priority| Row {
        color,
        stage,
        owner,
        priority,
    };
    let custom = |stage: &str| Stage::Custom(stage.to_owned());
    assert_eq!(
        rows,
        [
            row(Color::LightBlue, Stage::New, OwnerType::Deal, Priority::None),
            row(
                Color::Seventh,
                custom("WON"),
                OwnerType::Lead,
                Priority::Other(-3)
            ),
            row(Color::Seventh, custom("4"), OwnerType::Lead, Priority::Other(9)),
        ]
    );
}

#[test]
fn a_value_that_the_field_does_not_allow_is_not_sent() {
    let (portal, client) = sandbox();
    let rows = Rows::new(Color::Seventh).stage(Stage::Custom("WON".to_owned()));
    let error = rows.call(&client).unwrap_err().to_string();
    assert!(
        error.contains(r#"`COLOR`: "7" is not allowed; allowed are RED, LIGHT_BLUE, mint"#),
        "{error}"
    );
    assert!(
        error.contains(r#"`STAGE`: "WON" is not allowed; allowed are NEW"#),
        "{error}"
    );
    assert!(portal.requests().is_empty());
}

#[test]
fn an_unknown_value_in_an_answer_is_named_beside_the_known_ones() {
    #[b24_method("test.color", unlisted, returns = Color)]
    struct GetColor;
    #[b24_method("test.owner", unlisted, returns = OwnerType)]
    struct GetOwner;

    let (portal, client) = sandbox();
    for (value, found) in [
        (r#""red""#, r#"string "red""#),
        ("8", "integer `8`"),
        ("-1", "integer `-1`"),
        ("true", "boolean `true`"),
        ("null", "null"),
        ("[]", "sequence"),
    ] {
        portal.answer("test.color", Answer::result(value));
        let error = GetColor::new().call(&client).unwrap_err().to_string();
        let expected = "expected a value of `Color`: RED, LIGHT_BLUE, mint, 7";
        assert!(error.contains(found) && error.contains(expected), "{error}");
    }
    for value in [
        r#""""#,
        r#""+1""#,
        r#""-""#,
        r#""1.0""#,
        "3",
        r#""9223372036854775808""#,
    ] {
        portal.answer("test.owner", Answer::result(value));
        let error = GetOwner::new().call(&client).unwrap_err().to_string();
        assert!(error.contains("expected a value of `OwnerType`: 1, 2"), "{error}");
    }
}

#[test]
fn texts_become_values_and_values_texts() {
    for (text, value) in [("RED", Color::Red), ("mint", Color::Mint), ("7", Color::Seventh)] {
        assert_eq!(text.parse(), Ok(value));
        assert_eq!(value.to_string(), text);
    }
    assert_eq!(Color::VALUES, ["RED", "LIGHT_BLUE", "mint", "7"]);
    assert_eq!(Priority::VALUES, ["0"]);
    assert_eq!("-3".parse(), Ok(Priority::Other(-3)));
    assert_eq!(Priority::Other(-3).to_string(), "-3");
    assert_eq!("lost".parse(), Ok(Stage::Custom("lost".to_owned())));

    let error = "MINT".parse::<Color>().unwrap_err();
    assert_eq!((error.value(), error.known()), ("MINT", Color::VALUES));
    let long = "x".repeat(1000).parse::<OwnerType>().unwrap_err().to_string();
    assert!(
        long.len() < 200 && long.ends_with("is not a value of `OwnerType`; known are 1, 2"),
        "{long}"
    );
}
