use b24_catalog::{Api, Values};

use super::*;

/// Compares parameters with bodies, and tells the doubts.
fn of(list: Vec<Parameter>, bodies: &[&str]) -> (Members, Vec<String>) {
    let sample = |body: &&str| format!("```curl\ncurl -d '{body}' https://a.example/rest/a.b\n```\n");
    let text = bodies.iter().map(sample).collect::<Vec<_>>().concat();
    let mut method = Method::new("a.b", Api::V2);
    method.parameters.list = list;
    let mut notes = Notes::default();
    let samples = Samples::of(&text);
    assert_eq!(samples.unreadable(), []);
    compare(&mut method, &samples, &mut notes);
    let doubts = notes
        .doubts
        .iter()
        .map(|doubt| format!("{}: {}", doubt.about, doubt.detail))
        .collect();
    (method.parameters, doubts)
}

fn required(name: &str, kind: Kind) -> Parameter {
    let mut parameter = Parameter::new(name, kind);
    parameter.need = Need::Required;
    parameter
}

#[test]
fn what_agrees_is_not_doubted() {
    let mut fields = required("fields", Kind::Object);
    fields.members = Some(Members {
        list: vec![required("ID", Kind::Integer)],
        ..Members::default()
    });
    let (members, doubts) = of(vec![fields], &[r#"{"fields": {"ID": 5}, "start": 0}"#]);
    assert_eq!(
        (doubts.len(), members.list[0].doubts.len(), members.more),
        (0, 0, false)
    );
}

#[test]
fn keys_are_compared() {
    let (members, doubts) = of(
        vec![required("taskId", Kind::Integer), required("x", Kind::Any)],
        &[r#"{"TASK_ID": 5, "y": 1}"#],
    );
    assert_eq!(
        doubts,
        [
            "the example has a parameter that the table has not: y",
            "the example spells it otherwise: TASK_ID",
            "the example lacks what is required: x"
        ]
    );
    let [task, x] = &members.list[..] else { panic!() };
    assert_eq!(
        (task.spellings.as_slice(), task.certainty(Aspect::Name)),
        (&["TASK_ID".to_owned()][..], Certainty::Doubtful)
    );
    assert_eq!(x.certainty(Aspect::Need), Certainty::Doubtful);
    assert!(members.more);
}

#[test]
fn names_of_others_are_no_spellings() {
    let list = vec![
        Parameter::new("sort", Kind::Text),
        Parameter::new("SORT", Kind::Integer),
    ];
    let (members, doubts) = of(list, &[r#"{"sort": "NAME", "SORT": 5}"#]);
    assert_eq!((doubts.len(), members.list[0].spellings.len()), (0, 0));
}

#[test]
fn places_tell_spellings() {
    let mut members = Members {
        list: ["TASKID", "TASKDATA"]
            .map(|name| Parameter::new(name, Kind::Any))
            .into(),
        ..Members::default()
    };
    by_place(&mut members, &["taskId".to_owned(), "fields".to_owned()]);
    let spellings: Vec<usize> = members.list.iter().map(|member| member.spellings.len()).collect();
    assert_eq!(spellings, [0, 1]);
    assert_eq!(members.list[1].spellings, ["fields"]);
}

#[test]
fn what_is_sent_empty_may_be_missing() {
    let (members, doubts) = of(vec![required("x", Kind::Text)], &[r#"{"x": ""}"#]);
    assert_eq!(
        (doubts.len(), members.list[0].certainty(Aspect::Need)),
        (1, Certainty::Doubtful)
    );
}

#[test]
fn values_are_compared() {
    let mut kind = Parameter::new("type", Kind::Text);
    kind.values = Some(Values {
        list: vec!["a".to_owned()],
        open: false,
    });
    let (members, doubts) = of(
        vec![kind, Parameter::new("id", Kind::Integer)],
        &[r#"{"type": "b", "id": "5"}"#, r#"{"type": "**put**", "id": 5}"#],
    );
    assert_eq!(
        doubts,
        [
            "the example has a value that is not allowed: type \"b\"",
            "the example is of another kind: id integer text"
        ]
    );
    assert_eq!(members.list[0].certainty(Aspect::Values), Certainty::Doubtful);
    assert_eq!(members.list[1].certainty(Aspect::Kind), Certainty::Doubtful);
}

#[test]
fn a_boolean_is_what_the_examples_send() {
    let mut flag = Parameter::new("flag", Kind::Boolean);
    flag.doubts.push((Aspect::Kind, Certainty::Doubtful));
    flag.default = Some("false".to_owned());
    let (members, doubts) = of(vec![flag.clone()], &[r#"{"flag": "Y"}"#]);
    assert_eq!(members.list[0].default.as_deref(), Some("N"));
    assert_eq!(
        (&members.list[0].kind, members.list[0].certainty(Aspect::Kind)),
        (&Kind::YesNo, Certainty::Likely)
    );
    assert_eq!(doubts.len(), 0);
    let (members, _) = of(vec![flag], &[r#"{"flag": "Y"}"#, r#"{"flag": true}"#]);
    assert_eq!(
        (&members.list[0].kind, members.list[0].certainty(Aspect::Kind)),
        (&Kind::Boolean, Certainty::Doubtful)
    );
}

#[test]
fn another_method_is_another_method() {
    let text = "```curl\ncurl https://a.example/rest/a.c\n```\n";
    let mut notes = Notes::default();
    compare(&mut Method::new("a.b", Api::V2), &Samples::of(text), &mut notes);
    assert_eq!(notes.doubts[0].about, About::OtherMethod);
}
