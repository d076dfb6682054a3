//! The server as a piece of the network: connections, broken bytes, start and stop.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod dice;
mod wire;

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    thread,
};

use b24_portal::{Answer, Builder, Portal, Received};
use dice::Dice;
use wire::{Connection, JSON, get, split};

fn time_url(portal: &Portal) -> String {
    format!("{}server.time", portal.webhook())
}

#[test]
fn a_connection_carries_many_calls() {
    let portal = Portal::builder().unlimited().start().unwrap();
    let address = time_url(&portal);
    let mut connection = Connection::open(&address);
    for _ in 0..100 {
        assert_eq!(connection.call("GET", split(&address).1, &[], b"").status, 200);
    }
    for _ in 0..5 {
        connection.send("POST", split(&address).1, &[JSON], b"{}");
    }
    for _ in 0..5 {
        assert_eq!(connection.receive().unwrap().status, 200);
    }
    assert_eq!(portal.executions("server.time"), 105);
    let closing = connection.call("GET", split(&address).1, &["Connection: close"], b"");
    assert_eq!(closing.status, 200);
    assert!(connection.receive().is_none());
}

#[test]
fn a_client_that_stops_writing_still_gets_its_whole_answer() {
    // More than the system takes at once, so that the portal sees the end before it is done.
    const SIZE: usize = 16 * 1024 * 1024;
    let portal = Portal::start().unwrap();
    portal.answer("large", Answer::raw(200, "text/plain", vec![b'x'; SIZE]));
    let mut socket = TcpStream::connect(split(portal.url()).0).unwrap();
    let target = format!("{}large", split(portal.webhook()).1);
    write!(socket, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    socket.shutdown(Shutdown::Write).unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    assert!(answer.len() > SIZE);
}

#[test]
fn a_target_that_names_the_host_is_a_path_too() {
    let portal = Portal::start().unwrap();
    let mut connection = Connection::open(portal.url());
    assert_eq!(connection.call("GET", &time_url(&portal), &[], b"").status, 200);
    assert_eq!(portal.requests()[0].target, split(&time_url(&portal)).1);
}

#[test]
fn many_threads_use_one_portal_and_one_thread_many_portals() {
    let start = || Portal::builder().unlimited().start().unwrap();
    let portals = [start(), start()];
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for portal in portals.iter().cycle().take(40) {
                    assert_eq!(get(&time_url(portal)).status, 200);
                }
            });
        }
    });
    for portal in &portals {
        assert_eq!(portal.executions("server.time"), 80);
        assert_eq!(portal.requests().len(), 80);
    }
}

#[test]
fn a_dropped_portal_closes_its_connections_and_frees_its_port() {
    let portal = Portal::start().unwrap();
    let address = time_url(&portal);
    let host = split(portal.url()).0.to_owned();
    let mut idle = Connection::open(&address);
    assert_eq!(idle.call("GET", split(&address).1, &[], b"").status, 200);
    let mut halfway = Connection::open(&address);
    halfway.write(b"POST /rest/1/x/y HTTP/1.1\r\nContent-Length: 10\r\n\r\n{");

    drop(portal);

    assert!(idle.receive().is_none());
    assert!(halfway.receive().is_none());
    assert!(TcpStream::connect(&host).is_err());
    TcpListener::bind(&host).unwrap();
}

#[test]
fn whatever_bytes_arrive_the_portal_stays_up() {
    let portal = Portal::builder().unlimited().start().unwrap();
    let host = split(portal.url()).0;
    let mut dice = Dice::new(0x00B1_7812_4000_0005);
    for round in 0..200_usize {
        let mut bytes: Vec<u8> = match round % 4 {
            0 => Vec::new(),
            1 => b"POST /rest/1/sandboxcode0000/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n"
                .to_vec(),
            2 => b"POST /rest/1/sandboxcode0000/echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec(),
            _ => b"GET /rest/".to_vec(),
        };
        bytes.extend(dice.bytes(round));
        let mut socket = TcpStream::connect(host).unwrap();
        // The portal may have hung up already; both ways are right.
        drop(socket.write_all(&bytes));
        drop(socket.shutdown(Shutdown::Write));
        drop(socket.read_to_end(&mut Vec::new()));
    }
    assert_eq!(get(&time_url(&portal)).status, 200);
}

#[test]
fn whatever_body_arrives_it_is_answered() {
    let portal = Portal::builder().unlimited().start().unwrap();
    portal.answer("echo", Answer::echo());
    let target = format!("{}echo", split(portal.webhook()).1);
    let mut connection = Connection::open(portal.url());
    let mut dice = Dice::new(0x00B1_7812_4000_0006);
    for round in 1..400_usize {
        let body = dice.bytes(round);
        for kind in [
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
        ] {
            let header = format!("Content-Type: {kind}");
            assert_eq!(connection.call("POST", &target, &[&header], &body).status, 200);
        }
    }
}

#[test]
fn a_request_cut_short_is_not_executed() {
    let portal = Portal::start().unwrap();
    let mut connection = Connection::open(portal.url());
    let target = split(&time_url(&portal)).1.to_owned();
    connection.write(format!("POST {target} HTTP/1.1\r\nContent-Length: 10\r\n\r\n{{").as_bytes());
    drop(connection);
    assert_eq!(get(&time_url(&portal)).status, 200);
    assert_eq!(portal.executions("server.time"), 1);
}

#[test]
fn the_types_go_wherever_tests_need_them() {
    fn anywhere<T: Send + Sync + std::fmt::Debug + 'static>() {}
    anywhere::<Portal>();
    anywhere::<Builder>();
    anywhere::<Answer>();
    anywhere::<Received>();
}
