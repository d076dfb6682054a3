//! Every sample of a page is read: counted by hand, so that none is lost unnoticed.

use serde_json::Value;

use crate::page;
use b24_cli::samples::{Access, Fault, Repair};

/// The method, its page, and how many samples the page has: requests, of which with a webhook;
/// answers; errors.
#[rustfmt::skip]
const PAGES: [(&str, &str, usize, usize, usize, usize); 20] = [
    ("imbot.register", "chat-bots/outdated/bots/imbot-register", 2, 1, 1, 1),
    ("imbot.message.add", "chat-bots/outdated/messages/imbot-message-add", 2, 1, 1, 1),
    ("imbot.v2.Chat.add", "chat-bots/chat-bots-v2/imbot.v2/chats/chat-add", 2, 1, 1, 1),
    ("crm.item.add", "crm/universal/crm-item-add", 4, 2, 1, 1),
    ("crm.item.update", "crm/universal/crm-item-update", 2, 1, 1, 1),
    ("crm.item.list", "crm/universal/crm-item-list", 4, 2, 1, 1),
    ("crm.deal.add", "crm/deals/crm-deal-add", 2, 1, 1, 1),
    ("crm.contact.userfield.add", "crm/contacts/userfield/crm-contact-userfield-add", 4, 2, 1, 1),
    ("tasks.task.add", "tasks/tasks-task-add", 2, 1, 1, 1),
    // No answer is shown.
    ("task.item.add", "tasks/deprecated/task-item/task-item-add", 4, 2, 0, 0),
    ("lists.element.get", "lists/elements/lists-element-get", 2, 1, 1, 1),
    ("user.get", "user/user-get", 8, 4, 1, 0),
    // One answer has the address to upload to, the other the file.
    ("disk.folder.uploadFile", "disk/folder/disk-folder-upload-file", 4, 2, 2, 1),
    ("calendar.event.add", "calendar/calendar-event/calendar-event-add", 4, 2, 1, 1),
    ("catalog.product.add", "catalog/product/catalog-product-add", 2, 1, 1, 1),
    ("sale.order.add", "sale/order/sale-order-add", 2, 1, 1, 1),
    ("landing.block.updatenodes", "landing/block/methods/landing-block-update-nodes", 2, 1, 1, 1),
    ("im.notify.personal.add", "chats/notifications/im-notify-personal-add", 2, 1, 1, 1),
    ("department.get", "departments/department-get", 2, 1, 1, 0),
    // Not for webhooks.
    ("event.bind", "events/event-bind", 1, 0, 1, 1),
];

#[test]
fn every_sample_of_the_pages_is_read() {
    for (method, path, requests, webhooks, answers, errors) in PAGES {
        let Some(page) = page::read(&format!("api-reference/{path}.md")) else {
            return;
        };
        let found = page.requests();
        let by_webhook = found.iter().filter(|request| request.access == Access::Webhook);
        assert_eq!(
            (
                found.len(),
                by_webhook.count(),
                page.answers().len(),
                page.errors().len()
            ),
            (requests, webhooks, answers, errors),
            "{path}"
        );
        for request in found {
            // The page of `task.item.add` shows an update too.
            let update = (method, request.method.as_str()) == ("task.item.add", "task.item.update");
            assert!(request.method == method || update, "{path}: {}", request.method);
            assert!(
                request
                    .headers
                    .contains(&("Content-Type".into(), "application/json".into()))
            );
            let text: Value = serde_json::from_str(&request.text).unwrap();
            assert_eq!(request.body, Some(text), "{path}:{}", request.line);
            let token = (request.access == Access::OAuth).then(|| "**put_access_token_here**".into());
            assert_eq!(request.auth, token, "{path}:{}", request.line);
        }
        for answer in page.answers() {
            assert!(answer.value.get("result").is_some(), "{path}:{}", answer.line);
            assert!(answer.value.get("time").is_some(), "{path}:{}", answer.line);
        }
        for error in page.errors() {
            assert!(
                error.value.get("error_description").is_some(),
                "{path}:{}",
                error.line
            );
            assert_eq!(error.statuses.first(), Some(&400), "{path}:{}", error.line);
        }
    }
}

#[test]
fn the_faults_of_the_pages_are_the_known_ones() {
    for (method, path, ..) in PAGES {
        let Some(page) = page::read(&format!("api-reference/{path}.md")) else {
            return;
        };
        let fault = match method {
            "imbot.register" | "imbot.message.add" => Some(Fault::Continuation),
            "crm.contact.userfield.add" => Some(Fault::Quote),
            "sale.order.add" | "department.get" => Some(Fault::NoCurl),
            _ => None,
        };
        for request in page.requests() {
            // Of the fields that the page shows, only a text has a quote in it.
            let listed = request.text.contains("enumeration");
            let expected: Vec<Fault> = fault.into_iter().filter(|_| !listed).collect();
            assert_eq!(request.faults, expected, "{path}:{}", request.line);
        }
        let repairs: Vec<Repair> = page
            .answers()
            .iter()
            .chain(page.errors())
            .flat_map(|answer| answer.repairs.clone())
            .collect();
        let upload = method == "disk.folder.uploadFile";
        assert_eq!(
            repairs,
            if upload { vec![Repair::Braces] } else { vec![] },
            "{path}"
        );
    }
}
