//! What a call costs, over a connection on this machine that is kept open, against the same request
//! written by hand on the same agent of ureq.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod measure;
mod plain;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

use b24::{Client, Limits, UreqTransport};
use plain::{PlainAnswer, PlainChatAdd};
use ureq::Agent;

const ANSWER: &str = r#"{"result":2725,"time":{"start":1771928379,"finish":1771928380.102187,"duration":1.102186918258667,"processing":1,"date_start":"2026-02-24T13:19:39+03:00","date_finish":"2026-02-24T13:19:40+03:00","operating_reset_at":1771928979,"operating":0.3226499557495117}}"#;

fn main() {
    println!("a call on loopback; at most 1.05 times the baseline is the aim");
    let address = serve();
    let limits = Limits::default();
    let agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.attempt))
        .build()
        .new_agent();
    let webhook = format!("http://{address}/rest/1/sandboxcode0000/");
    let client = Client::builder()
        .webhook(&webhook)
        .transport(UreqTransport::new(agent.clone()))
        .build()
        .unwrap();
    let url = format!("{webhook}imbot.chat.add");

    for (name, avatar, turns) in [("seed", 60, 8_000), ("seed, avatar of 100 KB", 100_000, 3_000)] {
        let (declared, plain) = plain::chats(avatar);
        measure::compare(
            name,
            "by hand",
            turns,
            1,
            || by_hand(&agent, &url, &plain, limits.answer_size),
            || assert_eq!(declared.call(&client).unwrap().result, 2725),
        );
    }
}

fn by_hand(agent: &Agent, url: &str, chat: &PlainChatAdd, limit: u64) {
    let body = serde_json::to_vec(chat).unwrap();
    let mut answer = agent
        .post(url)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "by-hand/1.0")
        .send(&body)
        .unwrap();
    let content = answer
        .body_mut()
        .with_config()
        .limit(limit)
        .read_to_vec()
        .unwrap();
    let answer: PlainAnswer = serde_json::from_slice(&content).unwrap();
    assert_eq!(answer.result, 2725);
    std::hint::black_box(answer.time);
}

/// A server that reads requests and gives each the same answer.
fn serve() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let stream = stream.unwrap();
            thread::spawn(move || exchange(stream));
        }
    });
    address
}

fn exchange(mut stream: TcpStream) {
    stream.set_nodelay(true).unwrap();
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n{ANSWER}",
        ANSWER.len()
    );
    let mut received = Vec::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let Ok(count @ 1..) = stream.read(&mut buffer) else {
            return;
        };
        received.extend_from_slice(&buffer[..count]);
        if received.len() >= request_length(&received).unwrap_or(usize::MAX) {
            received.clear();
            stream.write_all(answer.as_bytes()).unwrap();
        }
    }
}

/// The length of a request whose head has arrived.
fn request_length(received: &[u8]) -> Option<usize> {
    let end = received.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&received[..end]).to_ascii_lowercase();
    let (_, rest) = head.split_once("content-length:")?;
    let length: usize = rest.lines().next()?.trim().parse().ok()?;
    Some(end + length)
}
