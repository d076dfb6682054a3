//! Exchanges that are written down, replayed, or only shown: nothing secret is in them, and all else is.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use b24::{
    Client, DryRun, Error, Limits, Outcome, Pace, Recorder, Redact, Replay, Transport, TransportError,
    TransportErrorKind as Kind, b24_method,
};
use serde_json::json;

type Request = http::Request<Vec<u8>>;
type Answer = Result<http::Response<Vec<u8>>, TransportError>;

/// A directory of a test's own, removed at its end.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let name = format!("b24-recordings-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    /// The names of the files, and what is in them.
    fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                (name, fs::read_to_string(entry.path()).unwrap())
            })
            .collect();
        files.sort();
        files
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Answers each request by a function of it.
struct Portal<F>(F);

impl<F: Fn(&Request) -> Answer + Send + Sync> Transport for Portal<F> {
    fn send(&self, request: Request, _: &Limits) -> Answer {
        (self.0)(&request)
    }
}

fn client(transport: impl Transport + 'static) -> Client {
    let builder = Client::builder().webhook("https://example.bitrix24.com/rest/1/c0de5ecret/");
    // No portal has to be spared.
    builder
        .transport(transport)
        .pace(Pace::unlimited())
        .build()
        .unwrap()
}

fn request(body: &[u8]) -> Request {
    let mut request = http::Request::post("https://example.bitrix24.com/rest/app.info");
    let redact = Redact::new(Arc::new(|text: &str| text.replace("pa55word", "***")));
    request = request.extension(redact).header("authorization", "Bearer t0ken");
    request.body(body.to_vec()).unwrap()
}

fn answered(status: u16, headers: &[(&str, &[u8])], body: &[u8]) -> http::Response<Vec<u8>> {
    let mut answer = http::Response::builder().status(status);
    for (name, value) in headers {
        answer = answer.header(*name, http::HeaderValue::from_bytes(value).unwrap());
    }
    answer.body(body.to_vec()).unwrap()
}

#[test]
fn what_was_recorded_is_replayed_in_its_order_and_each_answer_once() {
    let directory = Directory::new();
    let count = AtomicU32::new(0);
    let portal = Portal(move |_: &Request| {
        let count = count.fetch_add(1, Ordering::Relaxed);
        Ok(answered(200, &[], format!(r#"{{"result":{count}}}"#).as_bytes()))
    });
    let recorded = client(Recorder::new(portal, &directory.0).unwrap());
    let calls = [("a.list", 1), ("a.list", 2), ("b.get", 1), ("a.list", 1)];
    for (result, (method, id)) in calls.into_iter().enumerate() {
        let answer = recorded.call_raw(method, &json!({"ID": id})).unwrap();
        assert_eq!(answer.result, result);
    }
    let names: Vec<String> = directory.files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "0001-a.list.json",
            "0002-a.list.json",
            "0003-b.get.json",
            "0004-a.list.json"
        ]
    );

    let replay = Arc::new(Replay::open(&directory.0).unwrap());
    assert_eq!(replay.left(), 4);
    let client = client(replay.clone());
    for (method, id, result) in [
        ("b.get", 1, 2),
        ("a.list", 2, 1),
        ("a.list", 1, 0),
        ("a.list", 1, 3),
    ] {
        assert_eq!(
            client.call_raw(method, &json!({"ID": id})).unwrap().result,
            result
        );
    }
    assert_eq!(replay.left(), 0);
    for (method, id, words) in [
        ("a.list", 1, "no recorded answer is left for `a.list`"),
        (
            "a.list",
            3,
            "no recorded answer was ever for these parameters of `a.list`",
        ),
        (
            "c.get",
            1,
            "no recorded answer was ever for these parameters of `c.get`",
        ),
    ] {
        let error = client.call_raw(method, &json!({"ID": id})).unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn whoever_asks_the_same_gets_the_recorded_answer() {
    let directory = Directory::new();
    let portal = Portal(|_: &Request| Ok(answered(200, &[], br#"{"result":1}"#)));
    let recorder = Recorder::new(portal, &directory.0).unwrap();
    client(recorder)
        .call_raw("a.get", &json!({"A": 1, "B": {"C": 2, "D": "x"}}))
        .unwrap();
    let replay = Replay::open(&directory.0).unwrap();
    let other = Client::builder()
        .token("other.bitrix24.ru", "an0ther")
        .transport(replay)
        .build()
        .unwrap();
    // The same members in another order.
    let answer = other.call_raw("a.get", &json!({"B": {"D": "x", "C": 2}, "A": 1}));
    assert_eq!(answer.unwrap().result, 1);
}

#[test]
fn every_body_and_header_comes_back_and_only_secrets_are_lost() {
    let all: Vec<u8> = (0..=255).collect();
    let bodies: [(&[u8], &[u8]); 9] = [
        (b"", b""),
        (
            br#"{"b":1.50,"a":[12345678901234567890],"b":"\/"}"#,
            br#"{"b":1.50,"a":[12345678901234567890],"b":"\/"}"#,
        ),
        (b"{ \"result\" :\n 1 }", br#"{"result":1}"#),
        (b"<html>\r\n\t\xd0\xb6</html>", b"<html>\r\n\t\xd0\xb6</html>"),
        (b"\x00\x1b[0m", b"\x00\x1b[0m"),
        (&all, &all),
        (
            b"\xff pa55word {\"access_token\":\"t0k\"}",
            b"\xff *** {\"access_token\":\"***\"}",
        ),
        (
            br#"{"access_token":"n3w","expires":1,"a":"pa55word"}"#,
            br#"{"access_token":"***","expires":1,"a":"***"}"#,
        ),
        (
            b"Warning: pa55word {\"refresh_token\":\"n3w\"}",
            b"Warning: *** {\"refresh_token\":\"***\"}",
        ),
    ];
    for (sent, kept) in bodies {
        let directory = Directory::new();
        let headers: [(&str, &[u8]); 5] = [
            ("content-type", b"text/html; charset=utf-8"),
            ("x-twice", b"1"),
            ("x-twice", b"\xff\xe9"),
            ("set-cookie", b"sid=n3w"),
            (
                "location",
                b"https://x.bitrix24.com/rest/1/0thercode/app.info?auth=n3w",
            ),
        ];
        let answer = answered(502, &headers, sent);
        let portal = Portal(move |_: &Request| Ok(answer.clone()));
        let recorder = Recorder::new(portal, &directory.0).unwrap();
        assert!(recorder.wants_redaction());
        let given = recorder.send(request(sent), &Limits::default()).unwrap();
        assert_eq!(given.body(), sent); // the caller's own answer is whole

        let (_, text) = directory.files().remove(0);
        for secret in ["t0k", "n3w", "pa55word", "0thercode"] {
            assert!(!text.contains(secret), "{text}");
        }
        let replayed = Replay::open(&directory.0).unwrap();
        let replayed = replayed.send(request(sent), &Limits::default()).unwrap();
        assert_eq!(replayed.status(), 502);
        assert_eq!(replayed.body(), kept, "{text}");
        let values: Vec<&[u8]> = replayed
            .headers()
            .values()
            .map(http::HeaderValue::as_bytes)
            .collect();
        assert_eq!(
            values,
            [
                headers[0].1,
                headers[1].1,
                headers[2].1,
                b"***",
                b"https://x.bitrix24.com/rest/1/***/app.info?auth=***"
            ]
        );
    }
}

#[test]
fn a_failure_is_replayed_as_one() {
    for kind in [
        Kind::Connect,
        Kind::Timeout,
        Kind::Tls,
        Kind::Closed,
        Kind::TooLarge,
        Kind::Protocol,
        Kind::Redirect,
        Kind::Licence,
        Kind::DryRun,
        Kind::Other,
    ] {
        for sent in [false, true] {
            let directory = Directory::new();
            let failure = TransportError::new(kind, sent, "made for a test");
            let told = failure.clone();
            let recorder = Recorder::new(Portal(move |_: &Request| Err(told.clone())), &directory.0);
            let limits = Limits::default();
            assert_eq!(
                recorder.unwrap().send(request(b"{}"), &limits).unwrap_err(),
                failure
            );
            let replay = Replay::open(&directory.0).unwrap();
            assert_eq!(replay.send(request(b"{}"), &limits).unwrap_err(), failure);
        }
    }
}

#[test]
fn a_recording_reads_well() {
    let directory = Directory::new();
    let portal = Portal(|_: &Request| {
        Ok(answered(
            200,
            &[("content-type", b"application/json")],
            br#"{"result":[]}"#,
        ))
    });
    let recorder = Recorder::new(portal, &directory.0).unwrap();
    client(recorder)
        .call_raw("crm.deal.add", &json!({"fields": {"TITLE": "New"}}))
        .unwrap();
    let (_, text) = directory.files().remove(0);
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!(
        r#"{{
  "request": {{
    "method": "POST",
    "address": "https://example.bitrix24.com/rest/1/***/crm.deal.add",
    "headers": [
      "content-type: application/json",
      "accept: application/json",
      "user-agent: b24/{version}"
    ],
    "json": {{
      "fields": {{
        "TITLE": "New"
      }}
    }}
  }},
  "answer": {{
    "status": 200,
    "headers": [
      "content-type: application/json"
    ],
    "json": {{
      "result": []
    }}
  }}
}}
"#
    );
    assert_eq!(text, expected);
}

#[test]
fn recordings_go_on_after_those_that_are_there() {
    let directory = Directory::new();
    for _ in 0..2 {
        let portal = Portal(|_: &Request| Ok(answered(200, &[], br#"{"result":1}"#)));
        let recorder = Recorder::new(portal, &directory.0).unwrap();
        client(recorder).call_raw("a.get", &()).unwrap();
        fs::write(directory.0.join("notes.json"), "of the owner's").unwrap();
    }
    assert_eq!(Replay::open(&directory.0).unwrap().left(), 2);
    fs::write(directory.0.join("0002-a.get.json"), "").unwrap();
    let error = Replay::open(&directory.0).unwrap_err().to_string();
    assert!(
        error.contains("0002-a.get.json: it is not a whole exchange"),
        "{error}"
    );
}

#[test]
fn what_cannot_be_recorded_is_not_sent() {
    let directory = Directory::new();
    let portal = Portal(|_: &Request| panic!("it was sent"));
    let recorder = Recorder::new(portal, &directory.0).unwrap();
    fs::remove_dir_all(&directory.0).unwrap();
    let error = client(recorder).call_raw("a.get", &()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(error.to_string().contains("it could not be recorded"), "{error}");
}

#[test]
fn threads_record_side_by_side() {
    let directory = Directory::new();
    let portal = Portal(|request: &Request| {
        Ok(answered(
            200,
            &[],
            &[br#"{"result":"#, request.body().as_slice(), b"}"].concat(),
        ))
    });
    let recorded = client(Recorder::new(portal, &directory.0).unwrap());
    let call = |client: &Client| {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                scope.spawn(move || {
                    for number in 0..8 {
                        let asked = json!({"N": thread * 100 + number});
                        assert_eq!(client.call_raw("a.get", &asked).unwrap().result, asked);
                    }
                });
            }
        });
    };
    call(&recorded);
    let replay = Arc::new(Replay::open(&directory.0).unwrap());
    call(&client(replay.clone()));
    assert_eq!(replay.left(), 0);
}

#[b24_method("acme.door.open", unlisted, effect = write)]
#[derive(Debug)]
struct DoorOpen {
    #[b24(required, rename = "DOOR")]
    door: u64,
    #[b24(required, secret, rename = "WORD")]
    word: String,
}

#[test]
fn what_a_declaration_marks_as_secret_is_neither_recorded_nor_shown() {
    let directory = Directory::new();
    // A portal that repeats it.
    let answer = br#"{"error":"WRONG","error_description":"0pen Sesame is wrong"}"#;
    let recorder = Recorder::new(Portal(|_: &Request| Ok(answered(400, &[], answer))), &directory.0);
    let call = DoorOpen::new(7, "0pen Sesame");
    call.call(&client(recorder.unwrap())).unwrap_err();

    let shown = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&shown);
    let dry =
        DryRun::new(move |request| *kept.lock().unwrap() = String::from_utf8_lossy(request.body()).into());
    call.call(&client(dry)).unwrap_err();
    assert_eq!(*shown.lock().unwrap(), r#"{"DOOR":7,"WORD":"***"}"#);

    let (_, text) = directory.files().remove(0);
    assert!(
        text.contains("\"WORD\": \"***\"") && text.contains("*** is wrong"),
        "{text}"
    );
    assert!(!text.contains("0pen Sesame"), "{text}");

    // Whoever has the word gets the recorded answer, and so does whoever has another one.
    let replayed = client(Replay::open(&directory.0).unwrap());
    let error = DoorOpen::new(7, "0ther").call(&replayed).unwrap_err();
    assert_eq!(error.api().unwrap().code(), "WRONG");
}

#[test]
fn a_dry_run_shows_the_exact_request_without_secrets() {
    let shown = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&shown);
    let dry = DryRun::new(move |request| kept.lock().unwrap().push(request.clone()));
    assert!(dry.wants_redaction());
    let error = client(dry)
        .call_raw("crm.deal.add", &json!({"TITLE": "<&>", "password": "x"}))
        .unwrap_err();
    match &error {
        Error::Transport(error) => assert_eq!(error.kind(), Kind::DryRun),
        other => panic!("{other:?}"),
    }
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(error.to_string(), "crm.deal.add: a dry run: nothing was sent");
    let shown = shown.lock().unwrap();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].method(), "POST");
    assert_eq!(
        shown[0].uri(),
        "https://example.bitrix24.com/rest/1/***/crm.deal.add"
    );
    assert_eq!(shown[0].headers()["accept"], "application/json");
    assert_eq!(
        String::from_utf8_lossy(shown[0].body()),
        r#"{"TITLE":"<&>","password":"***"}"#
    );
}

#[test]
fn a_dry_run_that_cannot_be_written_says_so() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = client(DryRun::to(Full)).call_raw("a.get", &()).unwrap_err();
    assert!(
        error.to_string().contains("cannot be shown: the disk is full"),
        "{error}"
    );
}
