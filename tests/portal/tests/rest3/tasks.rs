//! `tasks.task.*`, and what they leave behind.

use b24_portal::Portal;

use super::{add, call, exception, invalid};

#[test]
fn a_task_that_was_added_can_be_found() {
    let portal = Portal::start().unwrap();
    let fields = r#"{"fields":{"title":"Report","creatorId":1,"responsibleId":29,"deadline":"2026-12-31T23:59:59+02:00"}}"#;
    let added = call(&portal, "tasks.task.add", fields);
    let task = &portal.tasks()[0];
    assert_eq!(
        (task.title.as_str(), task.creator, task.responsible),
        ("Report", 1, 29)
    );
    let start = format!(r#"{{"item":{{"id":{},"title":"Report","#, task.id);
    assert!(added.result().starts_with(&start), "{}", added.body);
    assert!(
        added
            .result()
            .contains(r#""responsibleId":29,"deadline":"2026-12-31T23:59:59+02:00""#)
    );

    let found = call(&portal, "tasks.task.get", &format!(r#"{{"id":{}}}"#, task.id));
    assert_eq!(found.result(), added.result());
}

#[test]
fn a_task_is_changed_and_deleted() {
    let portal = Portal::start().unwrap();
    let id = add(&portal, "Report");
    let fields = format!(r#"{{"id":{id},"fields":{{"title":"Summary"}}}}"#);
    assert_eq!(
        call(&portal, "tasks.task.update", &fields).result(),
        r#"{"result":true}"#
    );
    assert_eq!(portal.tasks()[0].title, "Summary");
    let task = format!(r#"{{"id":{id}}}"#);
    assert_eq!(
        call(&portal, "tasks.task.delete", &task).result(),
        r#"{"result":true}"#
    );
    assert!(portal.tasks().is_empty());

    let denied = exception("ACCESSDENIED", "Access denied");
    for (method, body) in [("tasks.task.update", &fields), ("tasks.task.delete", &task)] {
        assert_eq!(call(&portal, method, body).failure(), (403, denied.as_str()));
    }
    let text = format!("Entry with ID = `{id}` not found");
    let missing = exception("ENTITYNOTFOUND", &text);
    assert_eq!(
        call(&portal, "tasks.task.get", &task).failure(),
        (400, missing.as_str())
    );
}

#[test]
fn what_does_not_fit_is_named() {
    let portal = Portal::start().unwrap();
    let id = add(&portal, "Report");
    let required = |field: &str| invalid(field, &format!("Required field `{field}` is not specified"));
    let typed = |field: &str, kind: &str| {
        let text = format!("Field `{field}` must be of type `{kind}` in this request");
        invalid(field, &text)
    };
    for (method, parameters, body) in [
        ("add", "{}".to_owned(), required("fields")),
        (
            "add",
            r#"{"fields":{"title":"T"}}"#.to_owned(),
            required("creatorId"),
        ),
        (
            "add",
            r#"{"fields":{"title":"T","creatorId":1,"responsibleId":"1"}}"#.to_owned(),
            typed("responsibleId", "int"),
        ),
        (
            "add",
            r#"{"fields":{"title":"T","creatorId":1,"responsibleId":1,"deadline":"soon"}}"#.to_owned(),
            typed("deadline", "DateTime"),
        ),
        ("get", "{}".to_owned(), required("id")),
        ("get", r#"{"id":"7"}"#.to_owned(), typed("id", "int")),
        ("update", format!(r#"{{"id":{id}}}"#), required("fields")),
        (
            "update",
            format!(r#"{{"id":{id},"fields":{{"creatorId":2}}}}"#),
            invalid(
                "creatorId",
                "Field `creatorId` must have the attribute `Editable` for this request",
            ),
        ),
        (
            "update",
            format!(r#"{{"id":{id},"fields":{{"colour":"red"}}}}"#),
            exception("UNKNOWNDTOPROPERTY", "Unknown property `colour` of `TaskDto`"),
        ),
    ] {
        let answer = call(&portal, &format!("tasks.task.{method}"), &parameters);
        assert_eq!(answer.failure(), (400, body.as_str()), "{method} {parameters}");
    }
    assert_eq!(portal.tasks().len(), 1);
}

#[test]
fn fields_are_selected_also_those_of_people() {
    let portal = Portal::start().unwrap();
    let id = add(&portal, "Report");
    let selected = |select: &str| {
        let parameters = format!(r#"{{"id":{id},"select":{select}}}"#);
        call(&portal, "tasks.task.get", &parameters)
    };
    assert_eq!(
        selected(r#"["title","stageId"]"#).result(),
        r#"{"item":{"title":"Report"}}"#
    );
    assert_eq!(
        selected(r#"["title","responsible.name","responsible.email"]"#).result(),
        r#"{"item":{"title":"Report","responsible":{"name":"Ada","email":"admin@sandbox.example"}}}"#
    );
    let whole = selected(r#"["responsible.name"]"#);
    assert!(whole.result().contains(r#""title":"Report""#), "{}", whole.body);
    let unknown = exception("UNKNOWNDTOPROPERTY", "Unknown property `stageId` of `UserDto`");
    assert_eq!(
        selected(r#"["responsible.stageId"]"#).failure(),
        (400, unknown.as_str())
    );
    let unreadable = exception("INVALIDSELECT", "Cannot read the parameter `select`");
    assert_eq!(selected(r#""title""#).failure(), (400, unreadable.as_str()));
}
