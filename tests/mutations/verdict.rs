//! What the compiler said against what it should have said.

use std::fmt::Write as _;

use crate::classes::{Class, Finding, Mistake, Stage};
use crate::compile::Message;
use crate::declaration::Place;

/// What is said of what is deprecated, which is no finding about the declaration.
const DEPRECATED: &str = "is deprecated by Bitrix24";

/// Of one class.
#[derive(Default)]
pub(crate) struct Row {
    name: &'static str,
    edit: bool,
    pub(crate) made: usize,
    /// Found, and nothing else, at the right token and in the right words.
    found: usize,
    /// In how many of them the meant name is known.
    meant: usize,
    /// In how many of these it is the first suggestion.
    suggested: usize,
    /// Where it is not, for a person to read.
    missed: Vec<String>,
}

impl Row {
    pub(crate) fn of(class: &Class) -> Self {
        Self {
            name: class.name,
            edit: class.edit,
            ..Self::default()
        }
    }

    /// Counts a mistake; what is wrong about what was said of it.
    pub(crate) fn judge(
        &mut self,
        mistake: &Mistake,
        stage: Stage,
        mark: Option<Place>,
        said: &[Message],
    ) -> Option<String> {
        self.made += 1;
        let problem = match &mistake.finding {
            None => unfounded(said, mistake.wrong.deprecations),
            Some(finding) => {
                let said: Vec<&Message> = said.iter().filter(|message| !message.is_deprecation()).collect();
                let [message] = said.as_slice() else {
                    return Some(format!("{} messages instead of one", said.len()));
                };
                self.suggestion(finding, message);
                let level = if stage == Stage::Warning {
                    "warning"
                } else {
                    "error"
                };
                let there = mark.is_some_and(|mark| message.place.is_of(mark));
                let found = there && message.level == level && finding.fits(message);
                (!found).then(|| format!("expected at {mark:?} a {level} with {:?}", finding.says))
            }
        };
        self.found += usize::from(problem.is_none());
        problem
    }

    /// Counts whether the name that was meant is suggested.
    fn suggestion(&mut self, finding: &Finding, message: &Message) {
        let Some(meant) = &finding.meant else {
            return;
        };
        self.meant += 1;
        let suggestion = message.suggestion();
        if suggestion == Some(meant) {
            self.suggested += 1;
        } else {
            let first = message.text.lines().next().unwrap_or_default();
            let suggestion = suggestion.unwrap_or("nothing");
            let missed = format!("{first}: {meant} was meant, and {suggestion} suggested");
            self.missed.push(missed);
        }
    }
}

/// What is said of a declaration that is right, beyond that something is deprecated.
pub(crate) fn unfounded(said: &[Message], deprecations: usize) -> Option<String> {
    let warned = said.iter().filter(|message| message.is_deprecation()).count();
    if said.len() > warned {
        return Some("nothing is wrong with it".to_owned());
    }
    (warned != deprecations).then(|| format!("{warned} deprecations instead of {deprecations}"))
}

impl Finding {
    fn fits(&self, message: &Message) -> bool {
        // Of a warning the code is that of the lint.
        let same = message.code == self.code.map(str::to_owned) || message.level == "warning";
        same && without_modules(&message.text).contains(&without_modules(&self.says))
    }
}

/// The compiler names the module of a type as far as it thinks that it has to.
fn without_modules(text: &str) -> String {
    let mut kept = String::new();
    for piece in text.split_inclusive("::") {
        let Some(path) = piece.strip_suffix("::") else {
            kept.push_str(piece);
            break;
        };
        let module = path.trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
        kept.push_str(module);
    }
    kept
}

impl Message {
    fn is_deprecation(&self) -> bool {
        self.level == "warning" && self.text.contains(DEPRECATED)
    }

    /// The first name that is suggested.
    fn suggestion(&self) -> Option<&str> {
        let (_, rest) = self.text.split_once("did you mean `")?;
        rest.split_once('`').map(|(name, _)| name)
    }
}

/// All rows, for a person to read.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<42} {:>6} {:>6} {:>6} {:>10}\n",
        "", "made", "found", "meant", "suggested"
    );
    for row in rows {
        let percent = percent(row.suggested, row.meant);
        let edit = if row.edit { "*" } else { "" };
        let name = format!("{}{edit}", row.name);
        write!(text, "{name:<42} {:>6} {:>6}", row.made, row.found).unwrap();
        if row.meant > 0 {
            write!(text, " {:>6} {:>6} {percent}", row.meant, row.suggested).unwrap();
        }
        text.push('\n');
    }
    let made: usize = rows.iter().map(|row| row.made).sum();
    let (meant, suggested) = edits(rows);
    let percent = percent(suggested, meant);
    writeln!(
        text,
        "{:<42} {made:>6} {:>6} {meant:>6} {suggested:>6} {percent}",
        "all; * by one edit of a name", ""
    )
    .unwrap();
    for missed in rows.iter().flat_map(|row| &row.missed) {
        writeln!(text, "{missed}").unwrap();
    }
    text
}

/// How many edited names can be known, and how many were suggested.
pub(crate) fn edits(rows: &[Row]) -> (usize, usize) {
    let edits = rows.iter().filter(|row| row.edit);
    edits.fold((0, 0), |(meant, suggested), row| {
        (meant + row.meant, suggested + row.suggested)
    })
}

fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or_default();
    format!("{}.{} %", tenths / 10, tenths % 10)
}
