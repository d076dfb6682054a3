//! A client that keeps every byte.

use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
};

use super::wire::split;

/// All that came back for one request, on a connection of its own.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// Whether the connection was reset, and not closed.
    pub(crate) reset: bool,
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

    fn of(bytes: &[u8], reset: bool) -> Self {
        let blank = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let (head, body) = bytes.split_at(blank.map_or(bytes.len(), |at| at + 4));
        Self {
            head: String::from_utf8_lossy(head).into_owned(),
            body: body.to_vec(),
            reset,
        }
    }
}

/// Asks for `url` on a connection that is not to be used again.
pub(crate) fn ask(url: &str) -> TcpStream {
    let (host, target) = split(url);
    let mut socket = TcpStream::connect(host).unwrap();
    let head = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    socket.write_all(head.as_bytes()).unwrap();
    socket
}

/// Asks for `url` and reads until the connection ends, whatever HTTP says. As it will send nothing
/// more, what comes without end comes to one.
pub(crate) fn fetch(url: &str) -> Exchange {
    let mut socket = ask(url);
    // An error here says that the connection has ended before, which reading finds out too.
    let _ = socket.shutdown(Shutdown::Write);
    let mut bytes = Vec::new();
    let reset = match socket.read_to_end(&mut bytes) {
        Ok(_) => false,
        Err(error) if error.kind() == ErrorKind::ConnectionReset => true,
        Err(error) => panic!("{error}"),
    };
    Exchange::of(&bytes, reset)
}

/// Asks for `url`, reads this much of the body and leaves.
pub(crate) fn fetch_part(url: &str, length: usize) -> Exchange {
    let mut socket = BufReader::new(ask(url));
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        assert!(socket.read_until(b'\n', &mut bytes).unwrap() > 0);
    }
    let start = bytes.len();
    bytes.resize(start + length, 0);
    socket.read_exact(&mut bytes[start..]).unwrap();
    Exchange::of(&bytes, false)
}
