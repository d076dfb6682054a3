//! `batch` of REST 3: all or nothing.

use std::time::Duration;

use b24_portal::{Answer, Portal, TurnedClock};

use super::{
    add, call, exception, invalid, webhook,
    wire::{JSON, request},
};

#[test]
fn results_come_in_the_order_of_the_calls() {
    let portal = Portal::start().unwrap();
    let id = add(&portal, "First");
    let body = format!(
        r#"[{{"method":"tasks.task.get","query":{{"id":{id},"select":["id","title"]}}}},
            {{"method":"tasks.task.list"}}]"#
    );
    let answer = call(&portal, "batch", &body);
    assert_eq!(
        answer.result(),
        format!(r#"[{{"item":{{"id":{id},"title":"First"}}}},{{"items":[{{"id":{id}}}]}}]"#)
    );
    assert_eq!(portal.executions("batch"), 1);
    assert_eq!(call(&portal, "batch", "[]").result(), "[]");
}

#[test]
fn calls_take_from_each_other() {
    let portal = Portal::start().unwrap();
    portal.answer("note.echo", Answer::echo());
    let fields = r#"{"fields":{"title":"New","creatorId":1,"responsibleId":1}}"#;
    let body = format!(
        r#"[{{"method":"tasks.task.add","query":{fields},"as":"new"}},
            {{"method":"tasks.task.list","query":{{"select":["id","title"]}},"as":"all"}},
            {{"method":"note.echo","query":{{
                "one":{{"$ref":"new.title"}},
                "deep":[{{"in":{{"$ref":"all.items.0.id"}}}}],
                "first":{{"$ref":"all.0.title"}},
                "every":{{"$refArray":"all.title"}},
                "none":{{"$ref":"new.title","x":1}}}}}}]"#
    );
    // A list is referred to by its items alone.
    let lost = call(&portal, "batch", &body);
    assert_eq!(
        lost.failure(),
        (
            400,
            invalid("$ref", "Reference `all.items.0.id` cannot be resolved").as_str()
        )
    );
    let answer = call(&portal, "batch", &body.replace("all.items.0.id", "new.creatorId"));
    let echoed = concat!(
        r#"{"one":"New","deep":[{"in":1}],"first":"New","every":["New","New"],"#,
        r#""none":{"$ref":"new.title","x":1}}]"#
    );
    assert!(answer.result().ends_with(echoed), "{}", answer.result());
}

#[test]
fn the_first_failure_is_the_whole_answer() {
    let portal = Portal::start().unwrap();
    portal.answer("note.fail", Answer::error(400, "NOTE_LOCKED", "No"));
    portal.answer("note.echo", Answer::echo());
    let answer = call(
        &portal,
        "batch",
        r#"[{"method":"note.echo"},{"method":"note.fail"},{"method":"note.echo"}]"#,
    );
    let body = r#"{"error":{"code":"NOTE_LOCKED","message":"No"}}"#;
    assert_eq!(answer.failure(), (400, body));
    assert_eq!(
        (portal.executions("note.echo"), portal.executions("note.fail")),
        (1, 1)
    );
}

#[test]
fn an_unknown_method_fails_before_anything_runs() {
    let portal = Portal::start().unwrap();
    portal.answer("note.echo", Answer::echo());
    for method in ["note.no", "Note.Echo", "batch"] {
        let body = format!(r#"[{{"method":"note.echo"}},{{"method":"{method}"}}]"#);
        let expected = exception("METHODNOTFOUND", &format!("Method `{method}` not found"));
        assert_eq!(call(&portal, "batch", &body).failure(), (404, expected.as_str()));
    }
    assert_eq!(portal.executions("note.echo"), 0);
}

#[test]
fn other_bodies_are_refused() {
    let portal = Portal::start().unwrap();
    let select = exception("INVALIDSELECT", "Cannot read the parameter `select`");
    for (body, expected) in [
        (r#"{"cmd":["tasks.task.list"]}"#, select.clone()),
        (r#"{"halt":0,"cmd":{"a":"tasks.task.list"}}"#, select),
        (
            r#"["tasks.task.list"]"#,
            invalid("method", "Required field `method` is not specified"),
        ),
        (
            r#"[{"query":{}}]"#,
            invalid("method", "Required field `method` is not specified"),
        ),
        (
            r#"[{"method":7}]"#,
            invalid(
                "method",
                "Field `method` must be of type `string` in this request",
            ),
        ),
    ] {
        assert_eq!(
            call(&portal, "batch", body).failure(),
            (400, expected.as_str()),
            "{body}"
        );
    }
}

#[test]
fn a_token_travels_beside_the_list() {
    let portal = Portal::start().unwrap();
    let url = format!("{}/rest/api/batch", portal.url());
    let body = br#"[{"method":"tasks.task.list"}]"#;
    let bearer = format!("Authorization: Bearer {}", portal.token());
    assert_eq!(request("POST", &url, &[JSON, &bearer], body).status, 200);
    let query = format!("{url}?auth={}", portal.token());
    assert_eq!(request("POST", &query, &[JSON], body).status, 200);
    assert_eq!(request("POST", &url, &[JSON], body).status, 401);
}

#[test]
fn a_key_keeps_a_batch_from_running_twice() {
    let portal = Portal::start().unwrap();
    let url = format!("{}batch", webhook(&portal));
    let body =
        br#"[{"method":"tasks.task.add","query":{"fields":{"title":"A","creatorId":1,"responsibleId":1}}}]"#;
    for replayed in [None, Some("true")] {
        let answer = request("POST", &url, &[JSON, "Idempotency-Key: k1"], body);
        assert_eq!(answer.header("Idempotent-Replayed"), replayed);
    }
    assert_eq!(portal.tasks().len(), 1);
}

#[test]
fn each_method_pays_for_its_calls_and_a_minute_is_the_end() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    portal.cost("tasks.task.list", Duration::from_secs(25));
    let list = r#"{"method":"tasks.task.list"}"#;
    let answer = call(&portal, "batch", &format!("[{list},{list}]"));
    let time: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(
        (&time["time"]["operating"], &time["time"]["processing"]),
        (&0.into(), &50.into())
    );
    let cut = call(&portal, "batch", &format!("[{list},{list},{list}]"));
    assert_eq!(cut.status, 504);
    let alone: serde_json::Value = serde_json::from_str(&call(&portal, "tasks.task.list", "").body).unwrap();
    assert_eq!(alone["time"]["operating"], 125);
}
