//! A server that does to each connection what its script says.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use b24::{Client, ClientBuilder};

use crate::once;

use crate::canned::CODE;

/// What the server does next on a connection. At the end of the script it closes it.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Reads a whole request.
    Read,
    /// Reads a little of whatever comes.
    ReadSome,
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Sends these bytes again and again, until the client closes the connection.
    Forever(Vec<u8>),
    /// Sends byte after byte with this pause, until the client closes the connection.
    Drip(Duration),
    /// Waits until the client closes the connection.
    Wait,
}

/// The server; it takes as many connections as there are scripts, and then no more.
pub(crate) struct Server {
    address: SocketAddr,
    closed: Receiver<Vec<u8>>,
}

impl Server {
    pub(crate) fn start(scripts: Vec<Vec<Step>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (report, closed) = channel();
        thread::spawn(move || {
            for script in scripts {
                let Ok((stream, _)) = listener.accept() else {
                    return;
                };
                let received = play(stream, &script);
                if report.send(received).is_err() {
                    return; // the test is over
                }
            }
        });
        Self { address, closed }
    }

    /// A server that answers one request with these bytes, then closes the connection.
    pub(crate) fn answering(bytes: impl Into<Vec<u8>>) -> Self {
        Self::start(vec![vec![Step::Read, Step::Send(bytes.into())]])
    }

    /// What arrived on the next connection that the server has closed.
    pub(crate) fn closed(&self) -> Vec<u8> {
        self.closed.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    pub(crate) fn builder(&self, scheme: &str) -> ClientBuilder {
        once().webhook(&format!("{scheme}://{}/rest/1/{CODE}/", self.address))
    }

    pub(crate) fn client(&self) -> Client {
        self.builder("http").build().unwrap()
    }
}

/// Plays a script, and gives what was received. A client that goes away ends it.
fn play(mut stream: TcpStream, script: &[Step]) -> Vec<u8> {
    // For a test that goes wrong: it should fail, not hang.
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut received = Vec::new();
    for step in script {
        let done = match step {
            Step::Read => read_request(&mut stream, &mut received),
            Step::ReadSome => stream.read(&mut [0; 64]).is_ok(),
            Step::Send(bytes) => stream.write_all(bytes).is_ok(),
            Step::Forever(bytes) => {
                while stream.write_all(bytes).is_ok() {}
                false
            }
            Step::Drip(pause) => {
                // The pause is that of a read which gets nothing.
                let _ = stream.set_read_timeout(Some(*pause));
                while !matches!(stream.read(&mut [0; 1]), Ok(0)) && stream.write_all(b"x").is_ok() {}
                false
            }
            Step::Wait => stream.read_to_end(&mut Vec::new()).is_ok(),
        };
        if !done {
            break;
        }
    }
    // All that was sent should arrive, though the client may not have read it yet.
    let _ = stream.shutdown(Shutdown::Write);
    received
}

/// Whether a whole request came.
pub(crate) fn read_request(stream: &mut impl Read, received: &mut Vec<u8>) -> bool {
    let start = received.len();
    let mut buffer = [0; 4096];
    loop {
        let request = String::from_utf8_lossy(&received[start..]);
        if let Some((head, body)) = request.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse::<usize>().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return true;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return false,
            Ok(count) => received.extend_from_slice(&buffer[..count]),
        }
    }
}

/// A whole HTTP message with a body of JSON.
pub(crate) fn http(status: u16, headers: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status} Any\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A good answer.
pub(crate) fn good() -> Vec<u8> {
    http(200, "", r#"{"result":1}"#)
}
