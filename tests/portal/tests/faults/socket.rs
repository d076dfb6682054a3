//! Faults at the socket: what arrives, and how the connection ends.

use b24_portal::{Answer, Fault, Portal};

use super::{
    raw::{Exchange, fetch, fetch_part},
    wire::{Connection, split},
};

fn struck(fault: Fault) -> (Portal, String) {
    let portal = Portal::start().unwrap();
    portal.answer("crm.deal.add", Answer::result("17"));
    portal.inject(fault.first(1));
    let address = format!("{}crm.deal.add", portal.webhook());
    (portal, address)
}

fn answer_to(fault: Fault) -> Exchange {
    let (_portal, address) = struck(fault);
    fetch(&address)
}

fn length(answer: &Exchange) -> usize {
    answer.header("Content-Length").unwrap().parse().unwrap()
}

#[test]
fn a_reset_is_no_end_of_a_connection() {
    for (fault, reset) in [
        (Fault::ResetBefore, true),
        (Fault::ResetAfter, true),
        (Fault::Close, false),
    ] {
        let answer = answer_to(fault);
        assert_eq!((answer.head.as_str(), answer.reset), ("", reset), "{fault:?}");
    }
}

#[test]
fn a_portal_may_say_nothing_for_as_long_as_it_is_asked() {
    let (portal, address) = struck(Fault::Silence);
    let answer = fetch(&address);
    assert_eq!((answer.head.as_str(), answer.reset), ("", false));
    assert_eq!(fetch(&address).status(), 200);
    assert_eq!(portal.executions("crm.deal.add"), 1);
}

#[test]
fn what_answers_may_be_no_web_server() {
    assert!(answer_to(Fault::NotHttp).head.starts_with("SSH-2.0-"));
}

#[test]
fn a_body_may_end_before_its_length() {
    let cut = answer_to(Fault::Truncated);
    assert_eq!(cut.body.len(), length(&cut) / 2);
    assert!(cut.text().starts_with(r#"{"result":17,"time":{"#));

    let long = answer_to(Fault::LengthTooLong);
    assert_eq!(long.body.len() + 64, length(&long));
    assert!(long.text().ends_with("}}"), "{long:?}");

    let chunk = answer_to(Fault::UnfinishedChunks);
    assert_eq!(chunk.header("Transfer-Encoding"), Some("chunked"));
    let text = chunk.text();
    let (size, rest) = text.split_once("\r\n").unwrap();
    let body = rest.strip_suffix("\r\n").unwrap();
    assert_eq!(usize::from_str_radix(size, 16).unwrap(), body.len());
    assert!(
        body.starts_with(r#"{"result":17,"#) && body.ends_with("}}"),
        "{body}"
    );
}

#[test]
fn what_is_beyond_the_length_meets_the_next_answer() {
    let (portal, address) = struck(Fault::LengthTooShort);
    let mut connection = Connection::open(&address);
    let (_, target) = split(&address);
    connection.send("GET", target, &[], b"");
    let half = connection.receive().unwrap().body;
    assert!(
        half.starts_with(r#"{"result":17,"#) && !half.ends_with("}}"),
        "{half}"
    );

    connection.send("GET", target, &[], b"");
    let next = connection.rest();
    let (left, answer) = next.split_once("HTTP/1.1 200 OK\r\n").unwrap();
    assert!(left.ends_with("}}"), "{left}");
    assert!(answer.contains(r#"{"result":17,"#), "{answer}");
    assert_eq!(portal.executions("crm.deal.add"), 2);
}

#[test]
fn a_body_may_have_no_end() {
    // More than a portal's answers ever are, and read without waiting for an end.
    let (_portal, address) = struck(Fault::Endless);
    let endless = fetch_part(&address, 4 << 20);
    assert_eq!(endless.header("Transfer-Encoding"), Some("chunked"));
    assert!(endless.text().contains(&" ".repeat(16 * 1024)));
}

#[test]
fn a_body_may_stop_on_its_way() {
    let (_portal, address) = struck(Fault::Stall);
    let stalled = fetch(&address);
    assert_eq!(stalled.body.len(), length(&stalled) / 2);
    assert!(!stalled.reset);
}

#[test]
fn a_body_may_come_drop_by_drop() {
    let (_portal, address) = struck(Fault::Drip);
    let dripping = fetch_part(&address, 3);
    assert_eq!(dripping.body, b"   ");
    assert!(length(&dripping) > 12_000);
}

#[test]
fn a_header_may_be_larger_than_any_answer() {
    let flood = answer_to(Fault::HeaderFlood);
    assert!(flood.head.len() > 1 << 20);
    assert!(flood.text().starts_with(r#"{"result":17,"#));
    assert_eq!(length(&flood), flood.body.len());
}

#[test]
fn a_connection_may_be_closed_without_a_word() {
    let (portal, address) = struck(Fault::UnannouncedClose);
    let mut connection = Connection::open(&address);
    let (_, target) = split(&address);
    let answer = connection.call("GET", target, &[], b"");
    assert_eq!(
        (answer.status, answer.result(), answer.header("Connection")),
        (200, "17", None)
    );
    assert_eq!(connection.rest(), "");
    assert_eq!(portal.executions("crm.deal.add"), 1);
}

#[test]
fn a_portal_ends_while_clients_wait_for_it() {
    for fault in [Fault::Silence, Fault::Stall, Fault::Drip, Fault::Endless] {
        let (portal, address) = struck(fault);
        let mut connection = Connection::open(&address);
        connection.send("GET", split(&address).1, &[], b"");
        while portal.requests().is_empty() {
            std::thread::yield_now();
        }
        drop(portal);
        connection.rest();
    }
}
