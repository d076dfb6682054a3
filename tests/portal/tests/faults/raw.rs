//! A client that keeps every byte.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use super::wire::split;

/// All that came back for one request, on a connection of its own.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Exchange {
    pub(crate) fn status(&self) -> u16 {
        let status = self.head.split(' ').nth(1).unwrap();
        status.parse().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Asks for `url` and reads until the connection ends, whatever HTTP says.
pub(crate) fn fetch(url: &str) -> Exchange {
    let (host, target) = split(url);
    let mut socket = TcpStream::connect(host).unwrap();
    let head = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    socket.write_all(head.as_bytes()).unwrap();
    read(&mut socket)
}

pub(crate) fn read(socket: &mut TcpStream) -> Exchange {
    let mut bytes = Vec::new();
    socket.read_to_end(&mut bytes).unwrap();
    let blank = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let (head, body) = bytes.split_at(blank.map_or(bytes.len(), |at| at + 4));
    Exchange {
        head: String::from_utf8_lossy(head).into_owned(),
        body: body.to_vec(),
    }
}
