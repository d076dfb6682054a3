//! Whether calling a method changes anything. No page says it outright: the name has to, and the title
//! and the first sentences must not contradict it.

use b24_catalog::Effect;

use crate::doubt::About;
use crate::page::{Block, Page, plain};

use super::Notes;
use super::words::{CHANGES, NOT, TITLES_OF_READS};

/// Last parts of names that only read; in small letters, and with nothing behind.
const READS: &[&str] = &[
    "access",
    "activitydirection",
    "activitynotifytype",
    "activitypriority",
    "activitystatus",
    "activitytype",
    "addresstype",
    "admin",
    "availabletoadd",
    "canmovetask",
    "check",
    "checkcontent",
    "children",
    "contenttype",
    "count",
    "countries",
    "current",
    "download",
    "events",
    "fields",
    "findbycomm",
    "groups",
    "id",
    "important",
    "info",
    "instances",
    "isactionallowed",
    "isenabled",
    "isexists",
    "isoffers",
    "items",
    "methods",
    "mode",
    "multidepartment",
    "name",
    "nearest",
    "ownertype",
    "profile",
    "scope",
    "senders",
    "settings",
    "status",
    "statuslist",
    "subordinates",
    "tail",
    "text",
    "thread",
    "time",
    "types",
    "url",
];

/// Beginnings of last parts of names that only read.
const BEGINNINGS: &[&str] = &["get", "list", "resolve", "search"];

/// What is unknown is a write: only a read is ever repeated. A name that reads needs a title that does.
pub(super) fn effect(name: &str, page: &Page, notes: &mut Notes) -> Effect {
    if !is_name_of_read(name) {
        return Effect::Write;
    }
    let Some(reason) = contradiction(page) else {
        return Effect::Read;
    };
    notes.doubt(1, About::Effect, &reason);
    Effect::Write
}

/// Whether a method reads by its name.
pub(super) fn is_name_of_read(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    READS.contains(&last.as_str()) || BEGINNINGS.iter().any(|word| last.starts_with(word))
}

/// What of the title, or of the text below it, is not of a method that only reads.
fn contradiction(page: &Page) -> Option<String> {
    let front = page.sections.iter().find(|section| section.level == 1)?;
    let title = front.title.to_lowercase();
    let first = title.split_whitespace().next().unwrap_or_default();
    if !TITLES_OF_READS.contains(&first.trim_end_matches(',')) {
        return Some(first.to_owned());
    }
    front.blocks.iter().find_map(|block| match block {
        // Who may call it stands in a quotation.
        Block::Text(line) if !line.text.trim_start().starts_with('>') => changing(&plain(&line.text)),
        _ => None,
    })
}

/// The word by which a text says that something is changed.
fn changing(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let mut before = "";
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        if CHANGES.contains(&word) && !NOT.contains(&before) {
            return Some(word.to_owned());
        }
        if !word.is_empty() {
            before = word;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::read;

    fn of(title: &str, text: &str) -> (Effect, usize) {
        let page = read(&format!("# {title}\n> Who: one who creates it\n\n{text}\n"));
        let name = title.split_whitespace().next_back().unwrap_or_default();
        let mut notes = Notes::default();
        let effect = effect(name, &page, &mut notes);
        (effect, notes.doubts.len())
    }

    #[test]
    fn a_name_and_a_title_read() {
        for title in [
            "Get a deal crm.deal.get",
            "Получить список crm.item.list",
            "Показать app.info",
            "Проверить, можно ли tasks.task.getAccess",
            "Получить статус timeman.status",
        ] {
            assert_eq!(of(title, "Метод возвращает одно"), (Effect::Read, 0), "{title}");
        }
    }

    #[test]
    fn all_others_may_write() {
        for title in [
            "Get crm.deal.add",
            "Run batch",
            "Get a.issue",
            "Mute im.chat.mute",
        ] {
            assert_eq!(of(title, ""), (Effect::Write, 0), "{title}");
        }
    }

    #[test]
    fn what_contradicts_the_name_is_believed_more() {
        assert_eq!(of("Прочитать список a.read.list", ""), (Effect::Write, 1));
        assert_eq!(of("Сгенерировать ссылку a.getUrl", ""), (Effect::Write, 1));
        let made = "Метод возвращает хранилище. Если хранилища нет — создает его";
        assert_eq!(of("Получить хранилище a.get", made), (Effect::Write, 1));
        assert_eq!(of("Get a link a.get", "It generates one."), (Effect::Write, 1));
        assert_eq!(of("Получить a.get", "Метод не создает его"), (Effect::Read, 0));
    }
}
