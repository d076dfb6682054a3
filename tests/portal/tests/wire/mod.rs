//! An HTTP client of a few lines over a plain socket: the tests must see the very bytes, and a
//! real client would hide them.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test, what fails should stop it"
)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpStream},
};

/// A response, taken apart.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The body with every number of `time` as `#`: what is left is always the same.
    pub fn masked(&self) -> String {
        match self.body.split_once(r#","time":"#) {
            Some((result, time)) => format!(r#"{result},"time":{}"#, mask_numbers(time)),
            None => self.body.clone(),
        }
    }

    /// The JSON text of `result`.
    pub fn result(&self) -> &str {
        let body = self.body.strip_prefix(r#"{"result":"#);
        let end = self.body.rfind(r#","time":{"start":"#);
        match (body, end) {
            (Some(body), Some(end)) => &body[..end - r#"{"result":"#.len()],
            _ => panic!("not a success: {}", self.body),
        }
    }

    /// Status and body of a failure.
    pub fn failure(&self) -> (u16, &str) {
        (self.status, &self.body)
    }
}

fn mask_numbers(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '0'..='9' | '.' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            other => out.push(other),
        }
    }
    out.replace("#e-#", "#")
}

/// A connection that may carry several requests.
#[derive(Debug)]
pub struct Connection {
    host: String,
    reader: BufReader<TcpStream>,
}

impl Connection {
    /// Connects to the host of `url`.
    pub fn open(url: &str) -> Self {
        let (host, _) = split(url);
        let stream = TcpStream::connect(host).unwrap();
        Self {
            host: host.to_owned(),
            reader: BufReader::new(stream),
        }
    }

    pub fn write(&mut self, bytes: &[u8]) {
        self.reader.get_mut().write_all(bytes).unwrap();
    }

    /// Sends a request; `headers` are whole lines.
    pub fn send(&mut self, verb: &str, target: &str, headers: &[&str], body: &[u8]) {
        let length = format!("Content-Length: {}", body.len());
        let length = (!body.is_empty()).then_some(length.as_str());
        let start = format!("{verb} {target} HTTP/1.1\r\nHost: {}", self.host);
        let lines: Vec<&str> = [start.as_str()]
            .into_iter()
            .chain(headers.iter().copied())
            .chain(length)
            .chain(["", ""])
            .collect();
        let head = lines.join("\r\n");
        self.write(&[head.as_bytes(), body].concat());
    }

    /// Reads one response; `None` where the connection ends instead.
    pub fn receive(&mut self) -> Option<Response> {
        let mut line = String::new();
        if self.reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let status = line.split(' ').nth(1)?.parse().unwrap();
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            headers.push((name.to_owned(), value.to_owned()));
        }
        let length = headers.iter().find(|(name, _)| name == "Content-Length");
        let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().unwrap())];
        self.reader.read_exact(&mut body).unwrap();
        Some(Response {
            status,
            headers,
            body: String::from_utf8(body).unwrap(),
        })
    }

    /// All that still comes, after the word that nothing more will be sent.
    pub fn rest(&mut self) -> String {
        // An error here says that the connection has ended before, which reading finds out too.
        let _ = self.reader.get_mut().shutdown(Shutdown::Write);
        let mut rest = Vec::new();
        let _ = self.reader.read_to_end(&mut rest);
        String::from_utf8_lossy(&rest).into_owned()
    }

    pub fn call(&mut self, verb: &str, target: &str, headers: &[&str], body: &[u8]) -> Response {
        self.send(verb, target, headers, body);
        self.receive().unwrap()
    }
}

pub fn request(verb: &str, url: &str, headers: &[&str], body: &[u8]) -> Response {
    let (_, target) = split(url);
    Connection::open(url).call(verb, target, headers, body)
}

pub fn get(url: &str) -> Response {
    request("GET", url, &[], b"")
}

pub const JSON: &str = "Content-Type: application/json";
pub const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

pub fn post_json(url: &str, body: &str) -> Response {
    request("POST", url, &[JSON], body.as_bytes())
}

pub fn post_form(url: &str, body: &str) -> Response {
    request("POST", url, &[FORM], body.as_bytes())
}

/// Host and target.
pub fn split(url: &str) -> (&str, &str) {
    let rest = url.strip_prefix("http://").unwrap();
    match rest.find('/') {
        Some(slash) => rest.split_at(slash),
        None => (rest, "/"),
    }
}
