//! A portal that refuses connections.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use b24_portal::{Portal, TurnedClock};

use super::wire::{Connection, get, split};

fn is_refused(portal: &Portal) -> bool {
    match TcpStream::connect(split(portal.url()).0) {
        Ok(_) => false,
        Err(error) => {
            assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
            true
        }
    }
}

#[test]
fn connections_are_refused_and_accepted_again_at_the_same_port() {
    let portal = Portal::start().unwrap();
    let address = format!("{}server.time", portal.webhook());
    let mut connection = Connection::open(&address);
    connection.call("GET", split(&address).1, &[], b"");
    for _ in 0..3 {
        portal.refuse_connections().unwrap();
        assert_eq!(connection.rest(), "");
        assert!(is_refused(&portal) && is_refused(&portal));
        portal.accept_connections().unwrap();
        assert_eq!(get(&address).status, 200);
        connection = Connection::open(&address);
        connection.call("GET", split(&address).1, &[], b"");
    }
    assert_eq!(portal.executions("server.time"), 7);
}

#[test]
fn it_may_be_said_twice() {
    let portal = Portal::start().unwrap();
    portal.accept_connections().unwrap();
    assert!(!is_refused(&portal));
    portal.refuse_connections().unwrap();
    portal.refuse_connections().unwrap();
    assert!(is_refused(&portal));
    portal.accept_connections().unwrap();
    portal.accept_connections().unwrap();
    assert!(!is_refused(&portal));
}

#[test]
fn a_closed_portal_opens_when_its_time_has_come() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    portal.close_for(Duration::from_secs(10)).unwrap();
    clock.advance(Duration::from_secs(9));
    assert!(is_refused(&portal));
    clock.advance(Duration::from_secs(1));
    assert!(!is_refused(&portal));

    portal.close_for(Duration::from_secs(10)).unwrap();
    portal.close_for(Duration::from_secs(20)).unwrap();
    clock.advance(Duration::from_secs(10));
    assert!(is_refused(&portal));
    portal.refuse_connections().unwrap();
    clock.advance(Duration::from_secs(1000));
    assert!(is_refused(&portal));
    portal.close_for(Duration::ZERO).unwrap();
    assert!(!is_refused(&portal));
}

#[test]
fn a_portal_may_be_opened_by_a_call_that_takes_its_time() {
    let clock = TurnedClock::new();
    let portals: [Portal; 2] = std::array::from_fn(|_| Portal::builder().clock(&clock).start().unwrap());
    portals[0].close_for(Duration::from_mins(1)).unwrap();
    portals[1].cost("server.time", Duration::from_mins(1));
    get(&format!("{}server.time", portals[1].webhook()));
    assert!(!is_refused(&portals[0]));
}

#[test]
fn by_the_clock_of_the_system_it_opens_by_itself() {
    let portal = Portal::start().unwrap();
    portal.close_for(Duration::from_millis(20)).unwrap();
    while is_refused(&portal) {
        std::thread::yield_now();
    }
    assert_eq!(get(&format!("{}server.time", portal.webhook())).status, 200);
}

#[test]
fn a_closed_portal_may_be_dropped() {
    let clock = TurnedClock::new();
    let portal = Portal::builder().clock(&clock).start().unwrap();
    let host = split(portal.url()).0.to_owned();
    portal.close_for(Duration::from_secs(10)).unwrap();
    drop(portal);
    clock.advance(Duration::from_secs(10));
    TcpStream::connect(host).unwrap_err();
}

#[test]
fn a_portal_may_be_closed_while_many_call_it() {
    let portal = Portal::builder().unlimited().start().unwrap();
    let address = format!("{}server.time", portal.webhook());
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    // Refused, cut off or answered, but never left waiting.
                    if let Ok(mut socket) = TcpStream::connect(split(&address).0) {
                        let head = format!("GET {} HTTP/1.0\r\n\r\n", split(&address).1);
                        let _ = socket.write_all(head.as_bytes());
                        let _ = socket.read_to_end(&mut Vec::new());
                    }
                }
            });
        }
        for _ in 0..50 {
            portal.refuse_connections().unwrap();
            assert!(is_refused(&portal));
            portal.accept_connections().unwrap();
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(get(&address).status, 200);
}
