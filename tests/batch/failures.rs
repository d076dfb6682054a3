//! Every way in which some commands of a batch fail and others do not: what is said of each command is what
//! the portal did with it.

use b24::{Arg, BatchResult, Client, CommandError, Handle, IntoField as _, Method, Outcome, b24_method};
use b24_portal::{Answer, Fault, Portal};
use serde_json::Value;

use crate::{Echo, echoing};

/// What a command is, and what it meets.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Good,
    Refused,
    /// Takes what the command before it has.
    Refers,
    /// Takes what the command before it does not have.
    Lacks,
    /// Cannot stand in a batch.
    Alone,
    AloneRefused,
}

use Kind::{Alone, AloneRefused, Good, Lacks, Refers, Refused};

impl Kind {
    fn fails(self) -> bool {
        matches!(self, Refused | AloneRefused)
    }
    fn refers(self) -> bool {
        matches!(self, Refers | Lacks)
    }
    fn goes_alone(self) -> bool {
        matches!(self, Alone | AloneRefused)
    }
}

/// What has come of a command.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Done,
    Refused,
    Unresolved,
    NotRun,
}

/// The same parameters for all.
trait Numbered: Method<Output = Value> + Sized {
    fn with(id: Arg<u64>, nothing: Option<Value>) -> Self;
}

/// A method for each place, so that the portal counts the executions of each.
macro_rules! numbered {
    ($($place:ident: $name:literal),+) => {
        $(
            #[b24_method($name, unlisted, effect = write)]
            #[derive(Debug)]
            struct $place {
                #[b24(required)]
                id: Arg<u64>,
                nothing: Option<Value>,
            }

            impl Numbered for $place {
                fn with(id: Arg<u64>, nothing: Option<Value>) -> Self {
                    Self::new(id).nothing(nothing)
                }
            }
        )+
    };
}

numbered!(C0: "acme.c0", C1: "acme.c1", C2: "acme.c2", C3: "acme.c3", C4: "acme.c4", C5: "acme.c5");

const METHODS: [&str; 6] = ["acme.c0", "acme.c1", "acme.c2", "acme.c3", "acme.c4", "acme.c5"];

/// A handle without its method.
type Asked = Box<dyn Fn(&BatchResult) -> Fate>;

/// Refers to a member of a command's result.
type Refer = Box<dyn Fn(&str) -> Arg<u64>>;

/// Adds a command; what it gives is asked for by the second part.
fn add<M: Numbered + 'static>(
    batch: &mut b24::Batch<'_>,
    kind: Kind,
    before: Option<&Refer>,
) -> (Asked, Refer) {
    let id = match (kind, before) {
        (Refers, Some(before)) => before("ID"),
        (Lacks, Some(before)) => before("LACKING"),
        _ => Arg::Value(7),
    };
    let handle: Handle<M> = batch.add(&M::with(id, kind.goes_alone().then_some(Value::Null)));
    let asked = move |results: &BatchResult| match results.get(&handle) {
        Ok(_) => Fate::Done,
        Err(ref error @ CommandError::Failed(ref inner)) => {
            assert_eq!(inner.api().unwrap().code(), "NO");
            assert_eq!(error.outcome(), Outcome::NotExecuted);
            Fate::Refused
        }
        Err(error @ CommandError::Unresolved { .. }) => {
            assert_eq!(error.outcome(), Outcome::Executed);
            Fate::Unresolved
        }
        Err(error @ CommandError::NotRun { .. }) => {
            assert_eq!(error.outcome(), Outcome::NotExecuted);
            Fate::NotRun
        }
        Err(other) => panic!("{other:?}"),
    };
    let reference = move |name: &str| handle.result().field(name).always_there().into_field();
    (Box::new(asked), Box::new(reference))
}

/// What should come of the commands after so many others, by the rules of the portal: a request of at most
/// fifty, ended by its first refusal where it halts. `None` where nothing may be sent.
fn expected(kinds: &[Kind], fillers: usize, halt: bool) -> Option<Vec<Fate>> {
    // Where the requests begin.
    let mut requests: Vec<Vec<usize>> = vec![(0..fillers).map(|_| usize::MAX).collect()];
    let mut open = true;
    for (place, kind) in kinds.iter().enumerate() {
        let last = requests.last_mut().unwrap();
        if open && !kind.goes_alone() && last.len() < 50 {
            last.push(place);
        } else {
            requests.push(vec![place]);
        }
        open = !kind.goes_alone();
        let joined = requests.last().unwrap().contains(&place.wrapping_sub(1));
        if (kind.refers() && !joined) || (halt && kind.goes_alone()) {
            return None;
        }
    }
    let mut fates = vec![Fate::NotRun; kinds.len()];
    let mut stopped = false;
    for request in requests {
        let places: Vec<usize> = request.into_iter().filter(|place| *place != usize::MAX).collect();
        let halts = halt || places.iter().any(|place| kinds[*place].refers());
        let mut ended = stopped;
        for place in places {
            if ended {
                continue;
            }
            fates[place] = match kinds[place] {
                kind if kind.fails() => Fate::Refused,
                Lacks => Fate::Unresolved,
                _ => Fate::Done,
            };
            ended = halts && kinds[place].fails();
            stopped |= halt && fates[place] != Fate::Done;
        }
    }
    Some(fates)
}

fn try_one(portal: &Portal, client: &Client, kinds: &[Kind], fillers: usize, halt: bool) {
    for (method, kind) in METHODS.iter().zip(kinds) {
        let refusal = || Answer::error(400, "NO", "");
        portal.answer(method, if kind.fails() { refusal() } else { Answer::echo() });
    }
    let runs = || METHODS.map(|method| portal.executions(method));
    let before = runs();
    portal.clear_requests();

    let mut batch = client.batch();
    for _ in 0..fillers {
        batch.add(&Echo::new());
    }
    let mut asked = Vec::new();
    let mut last: Option<Refer> = None;
    for (place, kind) in kinds.iter().enumerate() {
        let add = [add::<C0>, add::<C1>, add::<C2>, add::<C3>, add::<C4>, add::<C5>][place];
        let (ask, reference) = add(&mut batch, *kind, last.as_ref());
        asked.push(ask);
        last = Some(reference);
    }
    let sent = if halt { batch.halt() } else { batch }.send();

    let told = format!("{kinds:?} after {fillers}, halt: {halt}");
    let Some(expected) = expected(kinds, fillers, halt) else {
        assert!(sent.is_err(), "{told}");
        assert!(portal.requests().is_empty(), "{told}");
        return;
    };
    let results = sent.unwrap_or_else(|error| panic!("{told}: {error}"));
    let fates: Vec<Fate> = asked.iter().map(|ask| ask(&results)).collect();
    assert_eq!(fates, expected, "{told}");
    for (place, (before, after)) in before.iter().zip(runs()).take(kinds.len()).enumerate() {
        let ran = fates[place] != Fate::NotRun;
        assert_eq!(after - before, usize::from(ran), "{told}: command {place}");
    }
    assert_eq!(
        results.failures().count(),
        fates.iter().filter(|fate| **fate != Fate::Done).count()
    );
}

/// All lists of these kinds with at most so many commands.
fn try_all(kinds: &[Kind], most: usize, fillers: usize) {
    let (portal, client) = echoing();
    let mut lists: Vec<Vec<Kind>> = vec![vec![]];
    for _ in 0..most {
        let longer = |list: &Vec<Kind>| {
            let list = list.clone();
            kinds
                .iter()
                .map(move |kind| [&list[..], &[*kind]].concat())
                .collect::<Vec<_>>()
        };
        lists = lists.iter().flat_map(longer).collect();
        // What comes first has nothing before it to refer to.
        lists.retain(|list| !list[0].refers());
        for list in &lists {
            for halt in [false, true] {
                try_one(&portal, &client, list, fillers, halt);
            }
        }
    }
}

#[test]
fn every_list_of_up_to_six_commands() {
    try_all(&[Good, Refused, Refers, Lacks], 6, 0);
}

#[test]
fn every_list_of_up_to_four_commands_of_which_some_go_alone() {
    try_all(&[Good, Refused, Refers, Lacks, Alone, AloneRefused], 4, 0);
}

#[test]
fn every_list_of_up_to_three_commands_at_the_end_of_a_request() {
    for fillers in [48, 49, 50] {
        try_all(&[Good, Refused, Refers, Lacks, Alone], 3, fillers);
    }
}

/// The answer to the second request is lost.
#[test]
fn what_went_before_a_lost_answer_is_kept_and_the_rest_is_unknown() {
    for halt in [false, true] {
        let (portal, client) = echoing();
        portal.answer("acme.c0", Answer::echo());
        portal.inject(Fault::ResetAfter.on("batch").nth(2));
        let mut batch = client.batch();
        let handles: Vec<_> = (0..120).map(|_| batch.add(&C0::new(7_u64))).collect();
        let results = if halt { batch.halt() } else { batch }.send().unwrap();
        for (place, handle) in handles.iter().enumerate() {
            let outcome = results.get(handle).err().map(|error| error.outcome());
            let expected = match place {
                50..100 => Some(Outcome::Unknown),
                100.. if halt => Some(Outcome::NotExecuted),
                _ => None,
            };
            assert_eq!(outcome, expected, "{place}, halt: {halt}");
        }
        assert_eq!(portal.executions("acme.c0"), if halt { 100 } else { 120 });
    }
}
