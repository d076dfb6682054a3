//! Forms and JSON against the real `php`: what the portal reads and writes must be what PHP
//! reads and writes. Cases are generated from a fixed seed, hence the same on every run.
//!
//! Without `php` these tests are skipped, loudly; with `B24_REQUIRE_PHP=1` they fail instead.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use std::{
    env,
    io::{self, Write},
    process::{Command, Stdio},
};

use b24_portal::{Answer, Portal};
use wire::{Connection, FORM, JSON};

/// Reads cases in hexadecimal, one a line, and writes what the portal should answer.
const SCRIPT: &str = r#"
    $flags = JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT
        | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
    while (($line = fgets(STDIN)) !== false) {
        $case = hex2bin(trim($line));
        $parameters = [];
        if ($argv[1] === 'form') {
            parse_str($case, $parameters);
        } else {
            $parameters = json_decode($case, true);
        }
        echo json_encode(is_array($parameters) ? $parameters : [], $flags), "\n";
    }
"#;

/// What `php` makes of the cases; `None` where there is no `php` and none is demanded.
fn by_php(kind: &str, cases: &[Vec<u8>]) -> Option<Vec<String>> {
    let spawned = Command::new("php")
        .args(["-n", "-d", "max_input_vars=100000", "-r", SCRIPT, "--", kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut php) = spawned else {
        let required = env::var("B24_REQUIRE_PHP").is_ok_and(|value| value == "1");
        assert!(
            !required,
            "B24_REQUIRE_PHP=1, but there is no `php` to compare with"
        );
        // Written directly, since the harness keeps what `eprintln!` says to itself.
        let banner = format!(
            "\n*** SKIPPED: no `php` found, so the portal's {kind} handling was NOT compared with \
             PHP. ***\n*** Install it (Debian: `apt-get install php-cli`) and run again. ***\n\n"
        );
        io::stderr().write_all(banner.as_bytes()).unwrap();
        return None;
    };
    let lines: String = cases.iter().map(|case| hex(case) + "\n").collect();
    let mut stdin = php.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).unwrap());
    let output = php.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), cases.len(), "php stopped early");
    Some(answers)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sends every case as a body and compares what the method saw with what PHP sees.
fn compare(kind: &str, content_type: &str, cases: &[Vec<u8>]) {
    let Some(expected) = by_php(kind, cases) else {
        return;
    };
    let portal = Portal::start().unwrap();
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

/// Numbers that look random and never change (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.roll(choices.len())]
    }
}

#[test]
fn forms_are_read_as_php_reads_them() {
    let mut cases: Vec<Vec<u8>> = NASTY_FORMS.iter().map(|case| case.as_bytes().to_vec()).collect();
    for depth in [63, 64, 65, 200] {
        cases.push(format!("a=1&b{}=2", "[x]".repeat(depth)).into_bytes());
        cases.push(format!("b[y]=1&b{}=2", "[]".repeat(depth)).into_bytes());
    }
    let mut dice = Dice(0x00B1_7812_4000_0001);
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
fn broken_utf8_is_replaced_as_php_replaces_it() {
    let mut dice = Dice(0x00B1_7812_4000_0002);
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
    let mut dice = Dice(0x00B1_7812_4000_0003);
    for _ in 0..1500 {
        let mut case = String::new();
        json(&mut dice, &mut case, 0);
        let mut case = case.into_bytes();
        // Every third one is then broken somewhere, which mostly makes it invalid.
        if dice.roll(3) == 0 && !case.is_empty() {
            let place = dice.roll(case.len());
            match dice.roll(3) {
                0 => drop(case.remove(place)),
                1 => {
                    case[place] = *dice
                        .pick(&[b"\"", b"{", b"]", b",", b"\xff", b"e", b"0"])
                        .first()
                        .unwrap()
                }
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
    let mut dice = Dice(0x00B1_7812_4000_0004);
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

const FORM_PIECES: &[&[u8]] = &[
    b"a",
    b"b",
    b"x",
    b"0",
    b"1",
    b"7",
    b"=",
    b"=",
    b"&",
    b"&",
    b"[",
    b"]",
    b"[]",
    b"[]",
    b"[a]",
    b"[b]",
    b"[0]",
    b"[5]",
    b"[ ]",
    b"+",
    b".",
    b"%20",
    b"%5B",
    b"%5d",
    b"%00",
    b"%09",
    b"%0B",
    b"%2",
    b"%zz",
    b"%C3%A9",
    b"%FF",
    b"\xc3\xa9",
    b"\xff",
    b";",
    b"<",
    b"/",
    b"'",
    b"\"",
    b"_",
    b"-",
];

const NASTY_FORMS: &[&str] = &[
    "",
    "&",
    "=",
    "==",
    "a",
    "a=b=c",
    "a&&b",
    "=1&a=2",
    "a=1&a=2",
    "a[]=1&a[]=2",
    "a[]=1&a[5]=2&a[]=3",
    "a=1&a[b]=2",
    "a[b]=1&a=2",
    "a[b]=1&a[b][c]=2",
    "a[b=1",
    "a[b.c=1",
    "a[b c[d=1",
    "a[b]c=1",
    "a[b][c=1",
    "a[b][c.d e=1",
    "a[ b]=1",
    "a[ ]=1",
    "a[  ]=1",
    "a[%09]=1",
    "a[%0B]=1",
    "a[%0C]=1",
    "a[[b]=1",
    "a[[b]]=1",
    "a[]b]=1",
    "a[b]]=1",
    "a]b=1",
    "a[b] [c]=1",
    "[a]=1",
    "[]=1",
    "+[a]=1",
    ".[a=1",
    ".a=1",
    " a=1",
    "a.b c=1",
    "a.b[c.d]=1",
    "a b.c[=1",
    "%20%20a=1",
    "%00a=1",
    "a%00b=1",
    "a[%00]=1",
    "a[b%00c]=1",
    "a=%00",
    "a%5Bb%5D=1",
    "a%zz=%2",
    "a=%E2%80%A8",
    "1=a&01=b&0=c",
    "0=a&1=b&2=c",
    "-0=a",
    "x[-5]=a",
    "x[9223372036854775807]=1&x[]=2",
    "x[9223372036854775808]=1&x[]=2",
    "x[-9223372036854775808]=1",
    "x[-9223372036854775809]=1",
    "__Host-a=1",
    "a;b=1;c=2",
    "a=<>&b='\"/",
];

const NASTY_JSON: &[&[u8]] = &[
    b"{}",
    b"[]",
    b" [1] ",
    b"\t{\n\"a\"\r:1}",
    b"\x0b[1]",
    b"\xef\xbb\xbf[1]",
    b"[1]\x00",
    b"[1,]",
    b"[01]",
    b"[1.]",
    b"[.5]",
    b"[+1]",
    b"[-]",
    b"[1e]",
    b"[1E+2,1e-2]",
    b"[TRUE]",
    b"[nul]",
    b"null",
    b"true",
    b"1",
    b"\"a=1\"",
    b"a=1",
    b"[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809]",
    b"[18446744073709551615,18446744073709551616,100000000000000000000000]",
    b"[1e16,1e17,1e22,1e-4,1e-5,0.0001,123456789.125,5e-324,1.7976931348623157e308]",
    b"[0.1,0.2,0.30000000000000004,1771928380.102187,1.0,0.0,-0.0]",
    br#"{"a":1,"a":2,"b":3}"#,
    br#"{"a":1,"b":2,"a":3}"#,
    br#"{"0":"a","1":"b"}"#,
    br#"{"1":"a","0":"b"}"#,
    br#"{"-0":1,"01":2,"-5":3,"9223372036854775807":1,"9223372036854775808":2,"1.5":1}"#,
    br#"{"":1,"a\u0000b":2,"\u0000c":3}"#,
    br#"["\ud800"]"#,
    br#"["\udc00\ud800"]"#,
    br#"["\ud83d\ude00"]"#,
    br#"["\x"]"#,
    br#"["\u12"]"#,
    b"[\"a\nb\"]",
    b"[\"\x7f\"]",
    b"[\"\xff\"]",
    b"[\"\xc3\"]",
    b"[\"\xed\xa0\x80\"]",
    "[\"Привет, мир & <b>\u{2028}\u{2029}\"]".as_bytes(),
    b"{'a':1}",
    b"{a:1}",
    b"{\"a\":1,}",
    b"[1]//",
];
