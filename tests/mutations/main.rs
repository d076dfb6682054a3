//! Two thousand mistakes, made from the catalog: one in each declaration. The compiler has to find each of
//! them, at its very token, and nothing in the declarations as they were before.
//!
//! A mistake is something that the documentation says otherwise, surely: an edit by which a name becomes
//! another documented one is not made, nor is anything that the catalog itself doubts. Where an edited
//! name is as close to another documented name, and that is suggested, the suggestion counts as wrong.
#![allow(clippy::unwrap_used)] // also outside of the test functions

mod catalog;
mod classes;
mod compile;
mod declaration;
mod dice;
mod edit;
#[allow(dead_code)] // a command that must succeed; here they fail
#[path = "../benches/compile/project.rs"]
mod project;
mod right;
mod types;
mod verdict;

use catalog::Catalog;
use classes::{CLASSES, Mistake, Stage};
use compile::{Crates, Message, Placed};
use declaration::Declaration;
use dice::Dice;
use verdict::Row;

/// In how many of a hundred edited names the right one has to be the first suggestion.
const SUGGESTED: usize = 95;

/// The most problems that are shown.
const SHOWN: usize = 20;

/// A mistake that was made, and where its declaration is before and after.
struct Made {
    class: usize,
    mistake: Mistake,
    right: Placed,
    wrong: Placed,
}

#[test]
#[allow(clippy::print_stdout)] // shown where the test fails, or with `--nocapture`
fn each_mistake_is_found_and_nothing_else() {
    let mut catalog = Catalog::read();
    let mut crates = Crates::default();
    let all = make(&mut catalog, &mut crates);
    let said = crates.check();

    let mut rows: Vec<Row> = CLASSES.iter().map(Row::of).collect();
    let mut problems = Vec::new();
    for Made {
        class,
        mistake,
        right,
        wrong,
    } in &all
    {
        let of_right = &said[right.number];
        let unfounded = verdict::unfounded(of_right, mistake.right.deprecations);
        problems.extend(unfounded.map(|problem| shown(&problem, &mistake.right, of_right)));
        let of_wrong = &said[wrong.number];
        let missed = rows[*class].judge(mistake, CLASSES[*class].stage, wrong.mark, of_wrong);
        problems.extend(missed.map(|problem| shown(&problem, &mistake.wrong, of_wrong)));
    }
    println!("{}", verdict::table(&rows));

    let list = problems[..problems.len().min(SHOWN)].join("\n");
    assert!(problems.is_empty(), "{} problems\n{list}", problems.len());
    for (row, class) in rows.iter().zip(&CLASSES) {
        assert_eq!(row.made, class.count, "{}", class.name);
    }
    let (meant, suggested) = verdict::edits(&rows);
    assert!(
        suggested * 100 >= meant * SUGGESTED,
        "{suggested} suggested of {meant}"
    );
    assert_eq!(catalog.left(), 0, "every documented method is declared");
}

/// Makes all mistakes, and writes them down.
fn make(catalog: &mut Catalog, crates: &mut Crates) -> Vec<Made> {
    let mut dice = Dice(seed());
    let mut all = Vec::new();
    for (class, of) in CLASSES.iter().enumerate() {
        for mistake in of.make(catalog, &mut dice) {
            // Two crates are checked at once.
            let half = ["right_1", "right_2"][all.len() % 2];
            all.push(Made {
                class,
                right: crates.put(half, &mistake.right),
                wrong: crates.put(krate(of.stage), &mistake.wrong),
                mistake,
            });
        }
    }
    all
}

/// Other mistakes are made with another `B24_MUTATION_SEED`.
fn seed() -> u64 {
    let given = std::env::var("B24_MUTATION_SEED").ok();
    given.map_or(24, |given| given.parse().unwrap())
}

/// The crate for what is found in that stage.
fn krate(stage: Stage) -> &'static str {
    match stage {
        Stage::Expansion => "wrong_for_the_macro",
        Stage::Types => "wrong_in_types",
        Stage::Constants => "wrong_in_constants",
        Stage::Warning => "warned_of",
    }
}

fn shown(problem: &str, declaration: &Declaration, said: &[Message]) -> String {
    let (text, _) = declaration.write("m");
    format!("-- {problem}\n{text}{said:#?}\n")
}
