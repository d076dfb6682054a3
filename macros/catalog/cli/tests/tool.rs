//! The tool, as a user calls it.

#![allow(clippy::unwrap_used)] // in a test, a failure is a panic

use std::process::{Command, Output};

fn b24(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_b24"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What it prints, and what it says beside that.
fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn without_a_command_it_says_what_there_is() {
    let output = b24(&[]);
    let (_, says) = said(&output);
    assert!(!output.status.success());
    for command in ["search", "show", "declare"] {
        assert!(says.contains(&format!("\n  {command} ")), "{says}");
    }
}

#[test]
fn methods_are_found_by_parts_of_their_names() {
    let (found, _) = said(&b24(&["search", "imbot", "CHAT.add"]));
    assert_eq!(
        found,
        "imbot.chat.add  deprecated: use `imbot.v2.Chat.add`\nimbot.v2.Chat.add\n"
    );
    let output = b24(&["search", "weather"]);
    let (found, says) = said(&output);
    assert_eq!((found.as_str(), output.status.code()), ("", Some(1)));
    assert_eq!(says, "no method has `weather` in its name\n");
}

#[test]
fn a_name_in_both_interfaces_is_shown_for_both() {
    let (shown, _) = said(&b24(&["show", "tasks.task.delete"]));
    assert!(shown.starts_with("tasks.task.delete\n"), "{shown}");
    assert!(shown.contains("\ntasks.task.delete of REST 3\n"), "{shown}");
    let (shown, _) = said(&b24(&["show", "tasks.task.delete", "--api", "3"]));
    assert!(shown.starts_with("tasks.task.delete of REST 3\n"), "{shown}");
    // Into a pipe, there are no colours.
    assert!(!shown.contains('\u{1b}'), "{shown}");
}

#[test]
fn a_declaration_is_all_that_is_printed() {
    let output = b24(&["declare", "tasks.task.delete"]);
    let (printed, says) = said(&output);
    assert!(printed.starts_with("use b24::b24_method;\n"), "{printed}");
    assert!(printed.ends_with("pub struct TaskDelete {\n    #[b24(required)]\n    pub task_id: u64,\n}\n"));
    assert!(says.contains("`--api 3` declares it"), "{says}");
    let (printed, _) = said(&b24(&[
        "declare",
        "tasks.task.delete",
        "--api",
        "3",
        "--name",
        "Delete",
    ]));
    assert!(
        printed.contains("api = 3") && printed.contains("pub struct Delete {"),
        "{printed}"
    );
}

#[test]
fn a_deprecated_method_is_declared_with_a_warning() {
    let (printed, says) = said(&b24(&["declare", "imbot.chat.leave"]));
    assert!(printed.contains("pub struct ChatLeave {"), "{printed}");
    assert_eq!(
        says,
        "warning: `imbot.chat.leave` is deprecated by Bitrix24: use `imbot.v2.Chat.leave`\n         \
         its declaration: b24 declare imbot.v2.Chat.leave\n"
    );
}

#[test]
fn two_methods_never_have_one_name() {
    let (printed, _) = said(&b24(&[
        "declare",
        "im.chat.add",
        "imbot.chat.add",
        "im.chat.leave",
    ]));
    for name in ["ImChatAdd", "ImbotChatAdd", "ChatLeave"] {
        assert!(printed.contains(&format!("pub struct {name} {{")), "{printed}");
    }
    assert_eq!(printed.matches("use b24::").count(), 1);
}

#[test]
fn a_mistyped_name_finds_the_right_one() {
    for (command, name, hint) in [
        ("show", "imbot.chat.ad", "did you mean imbot.chat.add?\n"),
        ("show", "chat.leave", "did you mean im.chat.leave?\n"),
        (
            "declare",
            "imbot.v2.Chat",
            "methods have that in their names: `b24 search imbot.v2.Chat`\n",
        ),
        (
            "declare",
            "weather",
            "methods are found by parts of their names: `b24 search chat add`\n",
        ),
    ] {
        let output = b24(&[command, name]);
        assert_eq!(output.status.code(), Some(1));
        let (printed, says) = said(&output);
        assert_eq!(printed, "");
        assert!(
            says.starts_with(&format!("error: `{name}` is not a documented method\n")),
            "{says}"
        );
        assert!(says.contains(hint), "{says}");
    }
    let (_, says) = said(&b24(&["show", "imbot.chat.add", "--api", "3"]));
    assert_eq!(
        says,
        "error: `imbot.chat.add` is no method of REST 3: leave `--api 3` out\n"
    );
}

#[test]
fn a_name_is_for_one_method_and_one_of_rust() {
    let (_, says) = said(&b24(&[
        "declare",
        "im.chat.add",
        "imbot.chat.add",
        "--name",
        "Chat",
    ]));
    assert_eq!(says, "error: `--name` is for one method\n");
    let (_, says) = said(&b24(&["declare", "im.chat.add", "--name", "chat-add"]));
    assert!(says.contains("a struct is called as in `ChatAdd`"), "{says}");
}

#[test]
fn facts_are_printed_as_a_declaration_reads_them() {
    let (printed, _) = said(&b24(&["facts", "im.chat.add", "tasks.task.get", "--api", "2"]));
    let methods = b24_catalog::read::methods(&printed).unwrap();
    let known = |name| b24_catalog::find(name, b24_catalog::Api::V2).unwrap();
    assert_eq!(methods, [known("im.chat.add"), known("tasks.task.get")]);
}

#[test]
fn facts_come_from_a_newer_documentation_too() {
    let checkout = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("newer");
    let page = "# Do a.b\n> Scope: [`im`](x)\n\nNo parameters.\n";
    std::fs::create_dir_all(checkout.join("api-reference")).unwrap();
    std::fs::write(checkout.join("api-reference/a.md"), page).unwrap();
    let checkout = checkout.to_str().unwrap();
    let (printed, _) = said(&b24(&["facts", "A.B", "--from", checkout]));
    assert_eq!(
        printed,
        "a.b\n  scope im\n  page api-reference/a\n  effect write\n"
    );
    let output = b24(&["facts", "a.c", "--from", checkout]);
    let (printed, says) = said(&output);
    assert!(!output.status.success() && printed.is_empty());
    assert!(says.contains("has no `a.c`"), "{says}");
}

#[test]
fn what_a_declaration_needs_is_said() {
    let (printed, says) = said(&b24(&["declare", "crm.item.list"]));
    assert!(printed.contains("returns = Vec<serde_json::Value>"), "{printed}");
    assert_eq!(
        says,
        "note: `serde_json::` needs the crate serde_json: `cargo add serde_json`\n"
    );
    let (printed, says) = said(&b24(&[
        "declare",
        "calendar.accessibility.get",
        "--dates",
        "jiff",
    ]));
    assert!(printed.contains("pub from: jiff::civil::Date,"), "{printed}");
    assert!(says.contains("b24 with the feature `jiff`"), "{says}");
}
