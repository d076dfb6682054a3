//! Forms and JSON against the real `php`: what the portal reads and writes must be what PHP
//! reads and writes. Cases are generated from a fixed seed, hence the same on every run.
//!
//! Without `php` these tests are skipped, loudly; with `B24_REQUIRE_PHP=1` they fail instead.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod corpus;
#[path = "../dice/mod.rs"]
mod dice;
mod interpreter;
#[path = "../wire/mod.rs"]
mod wire;

use std::fmt::Write as _;

use b24_portal::{Answer, Portal};
use corpus::{COMMAND_PIECES, COMMAND_STARTS, FORM_PIECES, NASTY_COMMANDS, NASTY_FORMS, NASTY_JSON};
use dice::Dice;
use wire::{Connection, FORM, JSON};

/// Sends every case as a body and compares what the method saw with what PHP sees.
fn compare(kind: &str, content_type: &str, cases: &[Vec<u8>]) {
    let Some(expected) = interpreter::read(kind, cases) else {
        return;
    };
    let portal = Portal::builder().unlimited().start().unwrap();
    portal.answer("echo", Answer::echo());
    let mut connection = Connection::open(portal.url());
    let target = format!("{}echo", wire::split(portal.webhook()).1);
    for (case, expected) in cases.iter().zip(expected) {
        // `json_encode` fails on infinities, which then cannot be compared.
        if expected.is_empty() {
            continue;
        }
        let answer = connection.call("POST", &target, &[content_type], case);
        let shown: String = String::from_utf8_lossy(case).chars().take(200).collect();
        assert_eq!(answer.result(), expected, "{kind}: {shown}");
    }
}

#[test]
fn forms_are_read_as_php_reads_them() {
    let mut cases: Vec<Vec<u8>> = NASTY_FORMS.iter().map(|case| case.as_bytes().to_vec()).collect();
    for depth in [63, 64, 65, 200] {
        cases.push(format!("a=1&b{}=2", "[x]".repeat(depth)).into_bytes());
        cases.push(format!("b[y]=1&b{}=2", "[]".repeat(depth)).into_bytes());
    }
    let mut dice = Dice::new(0x00B1_7812_4000_0001);
    for _ in 0..3000 {
        let pieces = 1 + dice.roll(14);
        cases.push(
            (0..pieces)
                .flat_map(|_| dice.pick(FORM_PIECES).to_vec())
                .collect(),
        );
    }
    compare("form", FORM, &cases);
}

#[test]
fn commands_of_a_batch_are_read_as_php_reads_them() {
    let mut cases: Vec<Vec<u8>> = NASTY_COMMANDS.iter().map(|case| case.to_vec()).collect();
    let mut dice = Dice::new(0x00B1_7812_4000_0005);
    for _ in 0..4000 {
        let mut case = dice.pick(COMMAND_STARTS).to_vec();
        for _ in 0..dice.roll(8) {
            case.extend(dice.pick(COMMAND_PIECES));
        }
        cases.push(case);
    }
    let Some(expected) = interpreter::read("command", &cases) else {
        return;
    };
    let portal = Portal::builder().unlimited().start().unwrap();
    portal.answer("echo", Answer::echo());
    let mut connection = Connection::open(portal.url());
    let target = format!("{}batch", wire::split(portal.webhook()).1);
    for (case, expected) in cases.iter().zip(expected) {
        let mut body = String::from("cmd[a]=");
        for byte in case {
            write!(body, "%{byte:02X}").unwrap();
        }
        let answer = connection.call("POST", &target, &[FORM], body.as_bytes());
        let answer = answer.result();
        let result = answer.strip_prefix(r#"{"result":{"a":"#);
        let got = match result.and_then(|result| result.rsplit_once(r#"},"result_error":[]"#)) {
            Some((result, _)) => result,
            None if answer.contains(r#""a":{"error":"ERROR_METHOD_NOT_FOUND""#) => NOT_FOUND,
            None => answer,
        };
        assert_eq!(got, expected, "{:?}", String::from_utf8_lossy(case));
    }
}

/// What the script writes where a command calls another method.
const NOT_FOUND: &str = r#""ERROR_METHOD_NOT_FOUND""#;

#[test]
fn broken_utf8_is_replaced_as_php_replaces_it() {
    let mut dice = Dice::new(0x00B1_7812_4000_0002);
    let mut cases = Vec::new();
    for _ in 0..2000 {
        let mut case = b"x=".to_vec();
        for _ in 0..=dice.roll(8) {
            // Mostly bytes that begin or continue a character, so that many nearly are one.
            let byte = match dice.roll(4) {
                0 => dice.roll(0x80),
                1 => 0x80 + dice.roll(0x40),
                2 => 0xC0 + dice.roll(0x40),
                _ => *dice.pick(&[&0xE0, &0xED, &0xF0, &0xF4, &0x80, &0x8F, &0x90, &0x9F, &0xA0]),
            };
            case.extend(format!("%{byte:02X}").into_bytes());
        }
        cases.push(case);
    }
    compare("form", FORM, &cases);
}

#[test]
fn json_is_read_and_written_as_php_does() {
    let mut cases: Vec<Vec<u8>> = NASTY_JSON.iter().map(|case| case.to_vec()).collect();
    for depth in [1, 127, 128, 129, 511, 512, 513, 5000] {
        cases.push(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).into_bytes());
        cases.push(format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth)).into_bytes());
    }
    let mut dice = Dice::new(0x00B1_7812_4000_0003);
    for _ in 0..1500 {
        let mut case = String::new();
        json(&mut dice, &mut case, 0);
        let mut case = case.into_bytes();
        // Every third one is then broken somewhere, which mostly makes it invalid.
        if dice.roll(3) == 0 && !case.is_empty() {
            let place = dice.roll(case.len());
            match dice.roll(3) {
                0 => drop(case.remove(place)),
                1 => case[place] = dice.pick(&[b"\"", b"{", b"]", b",", b"\xff", b"e", b"0"])[0],
                _ => case.truncate(place),
            }
        }
        // A documented difference: `-0` is an integer in PHP.
        if !case.windows(2).any(|pair| pair == b"-0") {
            cases.push(case);
        }
    }
    compare("json", JSON, &cases);
}

#[test]
fn floats_are_written_as_php_writes_them() {
    let mut dice = Dice::new(0x00B1_7812_4000_0004);
    let mut cases = Vec::new();
    for _ in 0..1500 {
        // Up to 15 digits and powers of ten up to 22: what every reader rounds alike.
        let digits: String = (0..dice.roll(15))
            .map(|_| dice.pick(&["0", "1", "5", "9"]))
            .collect();
        let power = i32::try_from(dice.roll(45)).unwrap() - 22;
        cases.push(format!("[1{digits}e{power},-7{digits}e{power}]").into_bytes());
    }
    compare("json", JSON, &cases);
}

/// Appends a random value.
fn json(dice: &mut Dice, out: &mut String, depth: usize) {
    let deepest = if depth > 4 { 4 } else { 6 };
    match dice.roll(deepest) {
        0 => out.push_str(dice.pick(&["0", "1", "-7", "2725", "1.0", "0.5", "1e2", "19.99"])),
        1 => out.push_str(dice.pick(&["true", "false", "null", "9223372036854775807"])),
        2 | 3 => text(dice, out),
        4 => {
            out.push('[');
            for place in 0..dice.roll(4) {
                out.push_str(if place > 0 { ", " } else { "" });
                json(dice, out, depth + 1);
            }
            out.push(']');
        }
        _ => {
            out.push('{');
            for place in 0..dice.roll(5) {
                out.push_str(if place > 0 { "," } else { "" });
                match dice.roll(2) {
                    0 => out.push_str(dice.pick(&[
                        r#""0""#, r#""1""#, r#""2""#, r#""""#, r#""A""#, r#""a""#, r#""01""#, r#""-5""#,
                    ])),
                    _ => text(dice, out),
                }
                out.push(':');
                json(dice, out, depth + 1);
            }
            out.push('}');
        }
    }
}

fn text(dice: &mut Dice, out: &mut String) {
    out.push('"');
    for _ in 0..dice.roll(6) {
        out.push_str(dice.pick(&[
            "x",
            "Привет",
            "<b>",
            "&",
            "'",
            r#"\""#,
            "/",
            r"\/",
            r"\\",
            r"\n",
            r"\t",
            r"\b",
            r"\u0000",
            r"\u00e9",
            r"\ud83d\ude00",
            r"\ud83d",
            r"\u2028",
            "\u{2029}",
            "😀",
            " ",
            "\u{7f}",
            r"\u001f",
        ]));
    }
    out.push('"');
}
