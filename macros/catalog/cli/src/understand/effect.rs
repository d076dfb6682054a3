//! Whether calling a method changes anything. No page says it, so its name has to.

use b24_catalog::Effect;

/// Last parts of names that only read; in small letters, and with nothing behind.
const READS: &[&str] = &[
    "activitydirection",
    "activitynotifytype",
    "activitypriority",
    "activitystatus",
    "activitytype",
    "addresstype",
    "admin",
    "children",
    "contenttype",
    "count",
    "countries",
    "current",
    "events",
    "fields",
    "findbycomm",
    "groups",
    "info",
    "instances",
    "methods",
    "multidepartment",
    "nearest",
    "ownertype",
    "profile",
    "scope",
    "statuslist",
    "subordinates",
    "tail",
    "time",
    "types",
];

/// Beginnings of last parts of names that only read.
const BEGINNINGS: &[&str] = &[
    "canmove",
    "get",
    "isactionallowed",
    "isenabled",
    "isexists",
    "isoffers",
    "list",
    "resolve",
    "search",
];

/// What is unknown is a write: only a read is ever repeated.
pub(super) fn effect(name: &str) -> Effect {
    let last = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let reads = READS.contains(&last.as_str()) || BEGINNINGS.iter().any(|word| last.starts_with(word));
    if reads { Effect::Read } else { Effect::Write }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_read() {
        for name in [
            "crm.deal.get",
            "crm.item.list",
            "app.info",
            "tasks.task.getAccess",
            "a.isactionallowed",
        ] {
            assert_eq!(effect(name), Effect::Read, "{name}");
        }
    }

    #[test]
    fn all_others_may_write() {
        for name in ["crm.deal.add", "batch", "a.issue", "im.chat.mute", "a.status"] {
            assert_eq!(effect(name), Effect::Write, "{name}");
        }
    }
}
