//! Commands as forms, against the real `php`: what it makes of a command is what it makes of the JSON body
//! of the same call.

use b24::{Json, b24_method};
use b24_portal::Received;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::dice::Dice;
use crate::{Echo, echoing, php};

/// Texts that something on the way might read otherwise.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "ж",
    "日本",
    "🦀",
    "e\u{301}",
    "\u{feff}",
    "#",
    "a#b",
    "&",
    "a&b=c",
    "+",
    "a+b c",
    "%",
    "%41",
    "%zz",
    "=",
    "?",
    "/",
    "//host/path",
    "http://user:pw@host:1/x?y#z",
    "\r\n",
    "\n",
    "\t",
    "\u{1}",
    "\u{7f}",
    "\0",
    "a\0b",
    "[",
    "]",
    "[]",
    "[a]",
    "a[b]=c",
    "0",
    "00",
    "-0",
    "1e3",
    "true",
    "null",
    "Y",
    "'",
    "\"",
    "\\",
    "<b>",
    ";",
    "a;b=c",
    "$ref",
    "$",
    "$5",
    "5$",
    "$$",
    "$resu",
    "$ result",
    "[c0] result",
    "\u{2028}",
];

/// Keys that PHP takes as they are.
const KEYS: &[&str] = &[
    "A",
    "b",
    "ID",
    ">=ID",
    "!%TITLE",
    "ж",
    "a-b",
    "a_b",
    "0",
    "1",
    "2",
    "7",
    "-1",
    "-5",
    "00",
    "01",
    "+1",
    "1.5",
    "a.b",
    "a b",
    " a",
    "a ",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "a=b",
    "a&b",
    "a#b",
    "%41",
    "a+b",
    "?",
    "/",
    ":",
    "'",
    "\"",
    "\\",
    "$ref",
    "\u{1}",
    "a\r\n",
    "🦀",
];

/// Those that PHP reads otherwise somewhere: they cannot stand in a command.
const ODD_KEYS: &[&str] = &[
    "", " ", "\t", "[", "]", "a[b", "a]b", "a[b]", "\r\n", "\0", "a\0b", "[]", " [", "a.[b",
];

/// Texts that the portal would expand.
const EXPANDABLE: &[&str] = &[
    "$result[a]",
    "x $NEXT[a] y",
    "$total",
    "$time[c0][x]",
    "$errors",
    "$$Result[c0]",
];

fn text(dice: &mut Dice) -> String {
    (0..=dice.roll(3)).map(|_| dice.pick(TEXTS)).collect()
}

fn number(dice: &mut Dice) -> Value {
    match dice.roll(6) {
        0 => json!(dice.roll(10)),
        1 => json!(-1),
        2 => json!(i64::MAX),
        3 => json!(u64::MAX),
        4 => json!(f64::from(u32::try_from(dice.roll(1_000_000)).unwrap()) / 1024.0),
        _ => json!(*dice.pick(&[&1e300, &-2.5e-300, &0.1, &1e15, &123_456_789.125])),
    }
}

/// A value with nothing in it that a form lacks; with `odd`, maybe with such things too.
fn value(dice: &mut Dice, depth: usize, odd: bool) -> Value {
    match dice.roll(if depth < 4 { 9 } else { 6 }) {
        0 => Value::Bool(dice.roll(2) == 0),
        1 => number(dice),
        2 if odd => match dice.roll(4) {
            0 => Value::Null,
            1 => json!([]),
            2 => json!({}),
            _ => json!(dice.pick(EXPANDABLE)),
        },
        2..=5 => Value::String(text(dice)),
        6 => (0..=dice.roll(4)).map(|_| value(dice, depth + 1, odd)).collect(),
        _ => Value::Object(object(dice, depth + 1, odd)),
    }
}

fn object(dice: &mut Dice, depth: usize, odd: bool) -> Map<String, Value> {
    let mut object = Map::new();
    for _ in 0..=dice.roll(4) {
        let key = match dice.roll(4) {
            0 if odd => (*dice.pick(ODD_KEYS)).to_owned(),
            0 => format!("{}{}", dice.pick(&["A", "UF_", "x"]), dice.roll(100)),
            _ => (*dice.pick(KEYS)).to_owned(),
        };
        object.insert(key, value(dice, depth, odd));
    }
    object
}

/// The parameters of a call; without `odd`, with names that PHP keeps.
fn parameters(dice: &mut Dice, odd: bool) -> Map<String, Value> {
    if odd {
        return object(dice, 0, true);
    }
    let named = object(dice, 0, false).into_iter().map(|(key, value)| {
        let key: String = key
            .chars()
            .map(|c| if matches!(c, '.' | ' ') { '-' } else { c })
            .collect();
        (key, value)
    });
    named.collect()
}

/// The commands that the client sends for these, in batches, each beside what the portal echoed; the number
/// of those that it sent alone.
fn sent(calls: &[Map<String, Value>]) -> (Vec<(String, String, Value)>, usize) {
    let (portal, client) = echoing();
    let echo = |parameters: &Map<String, Value>| Echo::new().parameters(parameters.clone());
    let answers: Vec<_> = client.send_all(calls.iter().map(echo)).collect();
    assert_eq!(answers.len(), calls.len());
    let mut commands = Vec::new();
    let mut alone = 0;
    let mut next = answers.into_iter().zip(calls);
    for request in portal.requests() {
        if request.method() != "batch" {
            let (answer, call) = next.next().unwrap();
            alone += 1;
            let echoed = answer.unwrap().result;
            assert!(same_json(&echoed, call), "{call:?} came as {echoed}");
            continue;
        }
        for command in commands_of(&request) {
            let (answer, call) = next.next().unwrap();
            let body = serde_json::to_string(call).unwrap();
            commands.push((command, body, answer.unwrap().result));
        }
    }
    (commands, alone)
}

/// In their order.
fn commands_of(request: &Received) -> Vec<String> {
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    let mut named: Vec<_> = body["cmd"].as_object().unwrap().iter().collect();
    named.sort_by_key(|(name, _)| name[1..].parse::<usize>().unwrap());
    let commands = named.iter().map(|(_, command)| command.as_str().unwrap());
    commands.map(str::to_owned).collect()
}

/// What was sent as JSON came as it was, but that PHP has one empty array and writes floats its own way.
fn same_json(echoed: &Value, sent: &Map<String, Value>) -> bool {
    fn flat(value: &Value) -> Value {
        match value {
            Value::Object(members) if members.is_empty() => json!([]),
            Value::Object(members) => {
                let flat: Map<_, _> = members
                    .iter()
                    .map(|(key, value)| (key.clone(), flat(value)))
                    .collect();
                let listed = (0..flat.len()).map(|place| flat.get(&place.to_string()).cloned());
                listed
                    .collect::<Option<Vec<_>>>()
                    .map_or(Value::Object(flat), Value::Array)
            }
            Value::Array(items) => items.iter().map(flat).collect(),
            Value::Number(number) => json!(number.as_f64()),
            other => other.clone(),
        }
    }
    flat(echoed) == flat(&Value::Object(sent.clone()))
}

fn check(commands: Vec<(String, String, Value)>) {
    let pairs: Vec<_> = commands
        .iter()
        .map(|(command, body, _)| (command.clone(), body.clone()))
        .collect();
    let Some(read) = php::compare(&pairs) else { return };
    for (read, (command, body, echoed)) in read.iter().zip(commands) {
        assert!(!read.starts_with("DIFFERENT"), "{body}\nas {command}\nis {read}");
        let read: Value = serde_json::from_str(read).unwrap();
        assert_eq!(read, echoed, "the sandbox reads otherwise: {command}");
    }
}

#[test]
fn php_reads_a_command_as_it_reads_the_json_of_the_call() {
    let mut dice = Dice::new(0x00B1_7812_4000_0011);
    let calls: Vec<_> = (0..3_000).map(|_| parameters(&mut dice, false)).collect();
    let (commands, alone) = sent(&calls);
    assert_eq!(alone, 0, "a form can say all of this");
    check(commands);
}

#[test]
fn what_a_form_cannot_say_is_sent_alone_and_the_rest_is_read_alike() {
    let mut dice = Dice::new(0x00B1_7812_4000_0012);
    let calls: Vec<_> = (0..3_000).map(|_| parameters(&mut dice, true)).collect();
    let (commands, alone) = sent(&calls);
    assert!(
        commands.len() > 300 && alone > 300,
        "{} and {alone}",
        commands.len()
    );
    check(commands);
}

/// An object in which a name may stand several times.
struct Members(Vec<(&'static str, Value)>);

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[b24_method("acme.echo", unlisted, effect = read)]
struct EchoMembers {
    #[b24(required)]
    members: Json<Members>,
}

/// PHP takes the last of them from JSON, and would join them in a form.
#[test]
fn of_members_of_one_name_the_last_counts() {
    const NAMES: [&str; 4] = ["a", "0", "1", "b"];
    let mut dice = Dice::new(0x00B1_7812_4000_0013);
    let calls: Vec<_> = (0..400)
        .map(|_| {
            let one = |dice: &mut Dice| (NAMES[dice.roll(NAMES.len())], value(dice, 2, false));
            let members = (0..=dice.roll(6)).map(|_| one(&mut dice)).collect();
            EchoMembers::new(Json(Members(members)))
        })
        .collect();
    let bodies: Vec<_> = calls
        .iter()
        .map(|call| serde_json::to_string(call).unwrap())
        .collect();
    let (portal, client) = echoing();
    let echoed: Vec<_> = client
        .send_all(calls)
        .map(|answer| answer.unwrap().result)
        .collect();
    let requests = portal.requests();
    let commands = requests.iter().flat_map(commands_of);
    let sent: Vec<_> = commands.zip(bodies).zip(echoed).collect();
    assert_eq!(sent.len(), 400);
    check(
        sent.into_iter()
            .map(|((command, body), echoed)| (command, body, echoed))
            .collect(),
    );
}

/// One more of what PHP counts, and it leaves something out.
#[test]
fn phps_limits_are_kept() {
    let deep = |levels: usize| (0..levels).fold(json!("x"), |value, _| json!({"k": value}));
    let with = |value: Value| Map::from_iter([("A".to_owned(), value)]);
    for (levels, expected) in [(60, 0), (61, 1), (80, 1)] {
        let (commands, alone) = sent(&[with(deep(levels)), with(json!(1))]);
        assert_eq!(alone, expected, "{levels} levels");
        check(commands);
    }
    for (values, expected) in [(1_000, 0), (1_001, 1)] {
        let many: Value = (0..values).map(Value::from).collect();
        let (commands, alone) = sent(&[with(many), with(json!(1))]);
        assert_eq!(alone, expected, "{values} values");
        check(commands);
    }
}
