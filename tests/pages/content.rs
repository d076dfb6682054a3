//! Files, events of a calendar and of the portal, pages of a site.

use std::collections::BTreeMap;

use b24::{Id, YesNo, b24_enum, b24_method, b24_object};
use serde::Deserialize;
use serde_json::Value;

use crate::proof::prove;

#[b24_object]
#[derive(Debug, Clone)]
struct FileData {
    #[b24(required)]
    name: String,
}

#[b24_object]
#[derive(Debug, Clone)]
struct Right {
    #[b24(required)]
    task_id: u64,
    #[b24(required)]
    access_code: String,
}

#[b24_method("disk.folder.uploadFile", returns = Uploaded)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UploadFile {
    #[b24(required)]
    id: u64,
    #[b24(requires = [file_content])]
    data: Option<FileData>,
    /// Its name and its content; a text, for the content on the page is cut.
    #[b24(requires = [data], items = 2..=2)]
    file_content: Option<Vec<String>>,
    generate_unique_name: Option<bool>,
    rights: Option<Vec<Right>>,
}

/// The file, or where to send it.
#[b24_object(untagged, result)]
enum Uploaded {
    File(File),
    Address(Address),
}

#[b24_object(result)]
struct File {
    id: Id,
    name: String,
    code: Option<String>,
    storage_id: Id,
    size: u64,
    delete_time: Option<String>,
}

#[b24_object(result, rename_all = "camelCase")]
struct Address {
    field: String,
    upload_url: String,
}

#[test]
fn disk_folder_upload_file() {
    prove::<UploadFile>(
        "disk/folder/disk-folder-upload-file",
        |uploaded, shown| match uploaded {
            Uploaded::File(file) => {
                assert_eq!(
                    (&shown["ID"], &shown["NAME"]),
                    (&file.id.get().into(), &file.name.as_str().into())
                );
                assert_eq!(shown["STORAGE_ID"], file.storage_id.to_string());
                assert_eq!(shown["SIZE"], file.size.to_string());
                assert_eq!((&file.code, &file.delete_time), (&None, &None));
            }
            Uploaded::Address(address) => {
                assert_eq!(shown["field"], address.field);
                assert_eq!(shown["uploadUrl"], address.upload_url);
            }
        },
    );
}

#[b24_enum(rename_all = "lowercase")]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Owner {
    User,
    Group,
    #[b24("company_calendar")]
    Company,
}

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

#[b24_object("calendar.event.add", "rrule")]
#[derive(Debug, Clone)]
struct Rule {
    #[b24(required)]
    freq: Frequency,
    #[b24(enum = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"])]
    by_day: Option<Vec<String>>,
    count: Option<u64>,
    interval: Option<u64>,
    until: Option<String>,
}

#[b24_object("calendar.event.add", "remind")]
#[derive(Debug, Clone)]
struct Reminder {
    #[b24(required, enum = ["min", "hour", "day"])]
    r#type: String,
    #[b24(required)]
    count: u64,
}

#[b24_object("calendar.event.add", "meeting")]
#[derive(Debug, Clone)]
struct Meeting {
    notify: Option<bool>,
    reinvite: Option<bool>,
    allow_invite: Option<bool>,
    hide_guests: Option<bool>,
}

/// Its own number, or nothing where the calendar is the company's, as the second example has it.
#[b24_object(untagged)]
#[derive(Debug, Clone)]
enum OwnerId {
    Id(Id),
    None(String),
}

#[b24_method("calendar.event.add", returns = Id)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventAdd {
    #[b24(required)]
    r#type: Owner,
    #[b24(default = OwnerId::None(String::new()))]
    #[serde(rename = "ownerId")]
    owner_id: OwnerId,
    #[b24(one_of = "from", conflicts = [from_ts])]
    from: Option<String>,
    #[b24(one_of = "to", conflicts = [to_ts])]
    to: Option<String>,
    #[b24(one_of = "from")]
    from_ts: Option<i64>,
    #[b24(one_of = "to")]
    to_ts: Option<i64>,
    section: Option<u64>,
    auto_detect_section: Option<YesNo>,
    #[b24(required)]
    name: String,
    skip_time: Option<YesNo>,
    timezone_from: Option<String>,
    timezone_to: Option<String>,
    description: Option<String>,
    color: Option<String>,
    text_color: Option<String>,
    #[b24(enum = ["busy", "absent", "quest", "free"])]
    accessibility: Option<String>,
    #[b24(enum = ["high", "normal", "low"])]
    importance: Option<String>,
    private_event: Option<YesNo>,
    rrule: Option<Rule>,
    is_meeting: Option<YesNo>,
    location: Option<String>,
    remind: Option<Vec<Reminder>>,
    attendees: Option<Vec<u64>>,
    meeting: Option<Meeting>,
    crm_fields: Option<Vec<String>>,
}

#[test]
fn calendar_event_add() {
    prove::<EventAdd>("calendar/calendar-event/calendar-event-add", |event, shown| {
        assert_eq!(Some(event.get()), shown.as_u64());
    });
    let event = EventAdd::new(Owner::Company, "News")
        .from("2026-02-24")
        .from_ts(1_771_928_379_i64);
    let error = event.validate().unwrap_err();
    let paths: Vec<&str> = error.violations().iter().map(b24::Violation::path).collect();
    assert_eq!(paths, ["from", "to"]);
}

/// A node of a block: what it takes depends on what it is, which only the block knows.
#[b24_object(untagged)]
#[derive(Debug, Clone)]
enum Node {
    Text(String),
    Icon(Vec<String>),
    Parts(BTreeMap<String, Value>),
}

#[b24_method("landing.block.updatenodes", returns = bool)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UpdateNodes {
    scope: Option<String>,
    #[b24(required)]
    lid: u64,
    #[b24(required)]
    block: u64,
    /// By selector.
    #[b24(required)]
    data: BTreeMap<String, Node>,
    prevent_history: Option<bool>,
}

#[test]
fn landing_block_update_nodes() {
    let path = "landing/block/methods/landing-block-update-nodes";
    prove::<UpdateNodes>(path, |updated, shown| assert_eq!(*updated, *shown));
}

#[b24_enum(rename_all = "lowercase")]
#[derive(Debug, Clone, Copy, PartialEq)]
enum EventType {
    Online,
    Offline,
}

#[b24_method("event.bind", returns = bool)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventBind {
    #[b24(required)]
    event: String,
    #[b24(required)]
    handler: String,
    auth_type: Option<u64>,
    event_type: Option<EventType>,
    options: Option<BTreeMap<String, Value>>,
}

#[test]
fn event_bind() {
    prove::<EventBind>("events/event-bind", |bound, shown| assert_eq!(*bound, *shown));
}
