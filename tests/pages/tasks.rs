//! Tasks, of which the old methods go by the position of their parameters.

use std::collections::BTreeMap;

use b24::{Id, YesNo, b24_method, b24_object};
use serde::Deserialize;
use serde_json::Value;

use crate::page;
use crate::proof::prove;

#[b24_object(default)]
#[derive(Debug, Clone)]
struct TaskFields {
    title: Option<String>,
    description: Option<String>,
    deadline: Option<String>,
    #[b24(requires = [end_date_plan])]
    start_date_plan: Option<String>,
    end_date_plan: Option<String>,
    created_by: Option<Id>,
    responsible_id: Option<Id>,
    #[b24(enum = [0, 1, 2])]
    priority: Option<u8>,
    accomplices: Option<Vec<Id>>,
    auditors: Option<Vec<Id>>,
    tags: Option<Vec<String>>,
    uf_crm_task: Option<Vec<String>>,
    uf_task_webdav_files: Option<Vec<String>>,
    se_parameter: Option<Vec<TaskParameter>>,
    #[b24(flatten)]
    custom: BTreeMap<String, Value>,
}

#[b24_object]
#[derive(Debug, Clone)]
struct TaskParameter {
    #[b24(required, enum = [1, 2, 3])]
    code: u8,
    #[b24(required)]
    value: YesNo,
}

#[b24_method("tasks.task.add", returns = Task, at = "task")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskAdd {
    #[b24(required)]
    fields: TaskFields,
}

#[b24_object(result, rename_all = "camelCase")]
struct Task {
    id: Id,
    parent_id: Option<Id>,
    title: String,
    description: Option<String>,
    priority: u8,
    multitask: bool,
    status: u8,
    deadline: Option<String>,
    created_date: String,
    subordinate: bool,
    auditors: Vec<Id>,
    group: Option<Group>,
    creator: Person,
    new_comments_count: u64,
    action: BTreeMap<String, bool>,
    check_list_tree: CheckList,
    check_list_can_add: bool,
}

#[b24_object(result, rename_all = "camelCase")]
struct Group {
    id: Id,
    name: String,
}

#[b24_object(result, rename_all = "camelCase")]
struct Person {
    id: Id,
    name: String,
    work_position: Option<String>,
}

/// A tree: it holds more of its kind.
#[b24_object(result, rename_all = "camelCase")]
struct CheckList {
    node_id: Id,
    action: BTreeMap<String, bool>,
    descendants: Vec<CheckList>,
}

#[test]
fn tasks_task_add() {
    prove::<TaskAdd>("tasks/tasks-task-add", |task, shown| {
        let shown = &shown["task"];
        assert_eq!(shown["id"], task.id.to_string());
        assert_eq!((task.parent_id, &task.deadline), (None, &None));
        assert_eq!(
            (&shown["title"], &shown["createdDate"]),
            (&task.title.as_str().into(), &task.created_date.as_str().into())
        );
        assert_eq!((shown["priority"].as_str(), task.priority), (Some("1"), 1));
        assert_eq!((shown["status"].as_str(), task.status), (Some("2"), 2));
        assert!(!task.multitask && task.subordinate && task.check_list_can_add);
        assert!(task.auditors.is_empty() && task.group.is_none() && task.description.is_none());
        assert_eq!(
            (&shown["creator"]["name"], task.creator.id.get()),
            (&task.creator.name.as_str().into(), 1)
        );
        assert_eq!(task.creator.work_position, None);
        assert_eq!(task.new_comments_count, 0);
        assert_eq!(task.action.len(), shown["action"].as_object().unwrap().len());
        assert_eq!(
            (task.action["complete"], task.action["edit.originator"]),
            (true, false)
        );
        let tree = &task.check_list_tree;
        assert_eq!(
            (tree.node_id.get(), tree.descendants.len(), tree.action.len()),
            (0, 0, 0)
        );
    });
}

#[test]
fn a_group_is_an_object_where_there_is_one() {
    let group: Group = serde_json::from_str(r#"{"id":"5","name":"Sales"}"#).unwrap();
    assert_eq!((group.id.get(), group.name.as_str()), (5, "Sales"));
}

#[allow(deprecated)] // `tasks.task.add` follows it, above
#[b24_method("task.item.add")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskItemAdd {
    /// Called `TASKDATA` in the table; the portal looks at the position alone.
    #[b24(rename = "fields")]
    fields: Option<TaskFields>,
}

#[allow(deprecated)] // `tasks.task.update` follows it
#[b24_method("task.item.update")]
#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE", deny_unknown_fields)]
struct TaskItemUpdate {
    #[b24(required, rename = "TASKID")]
    taskid: u64,
    #[b24(required, rename = "FIELDS")]
    fields: TaskFields,
}

#[test]
fn task_item_add_goes_by_position() {
    let path = "tasks/deprecated/task-item/task-item-add";
    prove::<TaskItemAdd>(path, |_, _| {});
    prove::<TaskItemUpdate>(path, |_, _| {});
    let Some(page) = page::read(&format!("api-reference/{path}.md")) else {
        return;
    };
    let updates = page
        .requests()
        .iter()
        .filter(|request| request.method == "task.item.update");
    for request in updates {
        let update: TaskItemUpdate = serde_json::from_value(request.body.clone().unwrap()).unwrap();
        assert_eq!(serde_json::to_string(&update).unwrap(), request.text);
    }
}
