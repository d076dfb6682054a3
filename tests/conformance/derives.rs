//! Declared structs with other derives on them: a builder, a decoder, a parser of arguments.

use std::fmt;

use b24::{Client, Id, Problem, Violation, b24_enum, b24_method};
use b24_portal::{Answer, Portal};
use clap::Parser as _;
use clap::error::ErrorKind;
use serde::Deserialize;
use serde_json::json;

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    LightBlue,
}

/// The attribute first, then every derive.
#[allow(deprecated)] // Bitrix24 deprecates the method: `imbot.v2.Chat.add` follows it
#[b24_method("imbot.chat.add", returns = Id, errors(BOT_ID_ERROR))]
#[derive(Debug, Clone, PartialEq, bon::Builder, Deserialize, clap::Args)]
#[builder(on(String, into))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
struct Above {
    #[b24(enum = ["OPEN", "CHAT"])]
    #[arg(long = "type")]
    r#type: Option<String>,
    #[b24(required, length = ..=255)]
    title: String,
    #[arg(long)]
    color: Option<Color>,
    #[b24(items = ..=2)]
    #[arg(long)]
    users: Option<Vec<u64>>,
    #[builder(into)]
    #[arg(long)]
    bot_id: Option<Id>,
    #[b24(skip)]
    #[serde(default)]
    #[builder(default)]
    #[arg(skip)]
    attempts: u32,
}

/// Every derive first, then the attribute.
#[derive(Debug, Clone, PartialEq, bon::Builder, Deserialize, clap::Args)]
#[builder(on(String, into))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[b24_method("imbot.chat.add", returns = Id, errors(BOT_ID_ERROR))]
#[allow(deprecated)] // Bitrix24 deprecates the method: `imbot.v2.Chat.add` follows it
struct Below {
    #[arg(long = "type")]
    #[b24(enum = ["OPEN", "CHAT"])]
    r#type: Option<String>,
    #[b24(required, length = ..=255)]
    title: String,
    #[arg(long)]
    color: Option<Color>,
    #[arg(long)]
    #[b24(items = ..=2)]
    users: Option<Vec<u64>>,
    #[arg(long)]
    #[builder(into)]
    bot_id: Option<Id>,
    #[arg(skip)]
    #[builder(default)]
    #[serde(default)]
    #[b24(skip)]
    attempts: u32,
}

/// One test for the attribute above the derives, and one for it below.
macro_rules! in_both_orders {
    ($($test:ident: $above:ident, $below:ident;)+) => {
        $(
            #[test]
            fn $above() {
                $test!(Above);
            }

            #[test]
            fn $below() {
                $test!(Below);
            }
        )+
    };
}

macro_rules! built {
    ($Chat:ident) => {
        let portal = Portal::start().unwrap();
        let client = Client::webhook(portal.webhook()).unwrap();
        portal.answer("imbot.chat.add", Answer::result("2725"));

        let chat = $Chat::builder()
            .title("News")
            .r#type("OPEN")
            .users(vec![1271])
            .bot_id(39_u64);
        let chat = chat.attempts(3).build();
        assert_eq!(chat.call(&client).unwrap().result, 2725);
        // What one builder left out, the other one's setters still set.
        chat.color(Color::LightBlue).call(&client).unwrap();

        let bodies: Vec<_> = portal
            .requests()
            .iter()
            .map(|request| request.json().unwrap())
            .collect();
        let first = json!({"TYPE": "OPEN", "TITLE": "News", "USERS": [1271], "BOT_ID": 39});
        let mut second = first.clone();
        second["COLOR"] = json!("LIGHT_BLUE");
        assert_eq!(bodies, [first, second]);
    };
}

macro_rules! checked {
    ($Chat:ident) => {
        let wrong = $Chat::builder()
            .title("")
            .r#type("ROOM")
            .users(vec![1, 2, 3])
            .build();
        let invalid = wrong.validate().unwrap_err();
        let paths: Vec<&str> = invalid.violations().iter().map(Violation::path).collect();
        assert_eq!(paths, ["TYPE", "TITLE", "USERS"]);
    };
}

macro_rules! decoded {
    ($Chat:ident) => {
        let text = r#"{"TYPE":"CHAT","TITLE":"News","COLOR":"RED","USERS":[7,9],"BOT_ID":39}"#;
        // The identifier comes as portals write it, too.
        let chat: $Chat = serde_json::from_str(&text.replace("39", "\"39\"")).unwrap();
        assert_eq!(
            chat,
            $Chat::new("News")
                .r#type("CHAT")
                .color(Color::Red)
                .users([7, 9])
                .bot_id(Id::new(39))
        );
        chat.validate().unwrap();
        assert_eq!(serde_json::to_string(&chat).unwrap(), text);

        let wrong: $Chat = serde_json::from_value(json!({"TITLE": "News", "TYPE": "ROOM"})).unwrap();
        let invalid = wrong.validate().unwrap_err();
        assert_eq!(invalid.violations().len(), 1);
        assert!(matches!(
            invalid.violations()[0].problem(),
            Problem::NotAllowed { .. }
        ));
    };
}

macro_rules! parsed {
    ($Chat:ident) => {
        #[derive(Debug, clap::Parser)]
        struct Arguments {
            #[command(flatten)]
            chat: $Chat,
        }
        let parse = |line: &str| Arguments::try_parse_from(line.split(' '));

        let line = "bot News --type OPEN --color LIGHT_BLUE --users 7 --users 9 --bot-id 39";
        let chat = parse(line).unwrap().chat;
        chat.validate().unwrap();
        assert_eq!(
            serde_json::to_string(&chat).unwrap(),
            r#"{"TYPE":"OPEN","TITLE":"News","COLOR":"LIGHT_BLUE","USERS":[7,9],"BOT_ID":39}"#
        );

        // The types say what they are to the parser; the declaration's rules remain `validate`'s.
        for line in ["bot News --color light-blue", "bot News --bot-id x"] {
            assert_eq!(
                parse(line).unwrap_err().kind(),
                ErrorKind::ValueValidation,
                "{line}"
            );
        }
        assert_eq!(
            parse("bot").unwrap_err().kind(),
            ErrorKind::MissingRequiredArgument
        );
        let wrong = parse("bot News --type ROOM").unwrap().chat;
        assert_eq!(wrong.validate().unwrap_err().violations()[0].path(), "TYPE");
    };
}

in_both_orders! {
    built: a_call_is_built_by_bon, a_call_is_built_by_bon_with_the_attribute_below;
    checked: what_bon_built_is_checked, what_bon_built_is_checked_with_the_attribute_below;
    decoded: a_call_is_read_from_json, a_call_is_read_from_json_with_the_attribute_below;
    parsed: a_call_is_read_from_arguments, a_call_is_read_from_arguments_with_the_attribute_below;
}

#[test]
fn a_debug_of_the_users_own_stands_beside_the_attribute() {
    #[b24_method("test.chat.add", unlisted)]
    struct ChatAdd {
        #[b24(required)]
        title: String,
        #[b24(secret)]
        client_id: Option<String>,
    }
    impl fmt::Debug for ChatAdd {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "the chat {}", self.title)
        }
    }
    let chat = ChatAdd::new("News").client_id("my-bots");
    assert_eq!(format!("{chat:?}"), "the chat News");
    assert_eq!(
        serde_json::to_value(&chat).unwrap(),
        json!({"TITLE": "News", "CLIENT_ID": "my-bots"})
    );
}
