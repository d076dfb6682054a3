//! A server on loopback that gives every request the same answer, as fast as it can.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

use crate::answer::ANSWER;

/// A server that reads requests and gives each the same answer.
pub(crate) fn serve() -> SocketAddr {
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
