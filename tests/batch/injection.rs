//! Texts of users that the portal would take for references.

use b24::{Arg, Error, b24_method};
use b24_portal::Answer;
use serde_json::{Map, Value, json};

use crate::{Echo, echoing};

#[b24_method("acme.note.add", unlisted, effect = write)]
#[derive(Debug, Clone)]
struct NoteAdd {
    text: Option<Arg<String>>,
    #[b24(rename = "fields")]
    fields: Option<Value>,
    #[b24(flatten)]
    further: Map<String, Value>,
}

/// Whatever a batch expands: each of its words, in any case, anywhere in a text, with anything after it.
fn hostile() -> Vec<String> {
    let words = [
        "result", "next", "total", "time", "error", "RESULT", "rEsUlT", "Next", "TOTAL", "tIME", "Error",
    ];
    let after = [
        "[c0]",
        "[c0][ID]",
        "[0]",
        "[nobody]",
        "s[c0]",
        "\u{e9}[c0][ID]",
        "[]",
        "[c0",
        "-x[c0]",
        "",
    ];
    let around = [
        ("", ""),
        ("costs ", " each"),
        ("$", ""),
        ("a\r\n", ""),
        ("$result[c0],", ""),
        ("ж", "ж"),
    ];
    let mut texts = Vec::new();
    for word in words {
        for after in after {
            for (left, right) in around {
                texts.push(format!("{left}${word}{after}{right}"));
            }
        }
    }
    texts
}

/// The text in some field: at the top, in a list, deep down.
fn notes(text: &str) -> [NoteAdd; 4] {
    let name = |value: Value| Map::from_iter([("UF_TEXT".to_owned(), value)]);
    [
        NoteAdd::new().text(text),
        NoteAdd::new().fields(json!({"A": ["x", text], "B": "y"})),
        NoteAdd::new().fields(json!([{"A": {"B": [[{"C": text}]]}}])),
        NoteAdd::new().further(name(json!(text))),
    ]
}

fn as_sent(note: &NoteAdd) -> Value {
    serde_json::to_value(note).unwrap()
}

#[test]
fn texts_arrive_as_they_are() {
    let (portal, client) = echoing();
    portal.answer("acme.note.add", Answer::echo());
    let notes: Vec<_> = hostile().iter().flat_map(|text| notes(text)).collect();
    // Harmless ones between them, which go in batches and have results to be referred to.
    let calls = notes
        .iter()
        .flat_map(|note| [NoteAdd::new().text("harmless"), note.clone()]);
    let answers: Result<Vec<_>, _> = client.send_all(calls).collect();
    let answers = answers.unwrap();
    for (note, answer) in notes.iter().zip(answers.iter().skip(1).step_by(2)) {
        assert_eq!(answer.result, as_sent(note));
    }
    assert_eq!(portal.executions("acme.note.add"), 2 * notes.len());
}

#[test]
fn texts_arrive_as_they_are_among_other_commands() {
    let (portal, client) = echoing();
    portal.answer("acme.note.add", Answer::echo());
    for text in hostile() {
        let mut batch = client.batch();
        let first = batch.add(&Echo::new());
        let added: Vec<_> = notes(&text)
            .iter()
            .map(|note| (batch.add(note), as_sent(note)))
            .collect();
        let last = batch.add(&Echo::new());
        let results = batch.send().unwrap();
        for (handle, sent) in added {
            assert_eq!(*results.get(&handle).unwrap(), sent);
        }
        assert!(results.get(&first).is_ok() && results.get(&last).is_ok());
    }
}

#[test]
fn where_order_forbids_sending_alone_nothing_is_sent() {
    let (portal, client) = echoing();
    portal.answer("acme.note.add", Answer::echo());
    for text in hostile() {
        for note in notes(&text) {
            let mut halting = client.batch().halt();
            halting.add(&Echo::new());
            halting.add(&note);
            assert!(matches!(halting.send(), Err(Error::Invalid(_))), "{note:?}");

            let mut chained = client.batch();
            let first = chained.add(&Echo::new());
            let taken = json!({"harmless": true, "fields": as_sent(&note)});
            chained.add(
                &NoteAdd::new()
                    .text(first.result().field("ID").always_there())
                    .fields(taken),
            );
            assert!(matches!(chained.send(), Err(Error::Invalid(_))), "{note:?}");
        }
    }
    assert!(portal.requests().is_empty());
}

#[test]
fn text_around_a_reference_is_not_expanded_either() {
    let (portal, client) = echoing();
    portal.answer("acme.note.add", Answer::echo());
    for text in hostile() {
        for (before, after) in [
            (text.as_str(), " ok"),
            ("ok ", &*format!(" {text}")),
            (&*format!("{text} "), ""),
        ] {
            let mut batch = client.batch();
            let first = batch.add(&Echo::new().parameters(Map::from_iter([("ID".to_owned(), json!("7"))])));
            let id = first.result().field("ID").always_there();
            batch.add(&NoteAdd::new().text(id.within(before, after)));
            assert!(
                matches!(batch.send(), Err(Error::Invalid(_))),
                "{before:?}, {after:?}"
            );
        }
    }
    assert!(portal.requests().is_empty());

    for (before, after) in [
        ("Order ", " paid"),
        ("5$ ", " $5"),
        ("#", "\t&c=[x]"),
        ("[c0]", " %24result"),
    ] {
        let mut batch = client.batch();
        let first = batch.add(&Echo::new().parameters(Map::from_iter([("ID".to_owned(), json!("7"))])));
        let id = first.result().field("ID").always_there();
        let note = batch.add(&NoteAdd::new().text(id.within(before, after)));
        let results = batch.send().unwrap();
        assert_eq!(results.get(&note).unwrap()["TEXT"], format!("{before}7{after}"));
    }
}

#[test]
fn text_may_touch_a_reference_from_the_left() {
    let (portal, client) = echoing();
    portal.answer("acme.note.add", Answer::echo());
    let mut batch = client.batch();
    let first = batch.add(&Echo::new().parameters(Map::from_iter([("ID".to_owned(), json!("7"))])));
    let id = first.result().field("ID").always_there();
    let note = batch.add(&NoteAdd::new().text(id.within("chat", "")));
    assert_eq!(batch.send().unwrap().get(&note).unwrap()["TEXT"], "chat7");
}
