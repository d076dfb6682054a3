//! Crates of declarations, and what the compiler says of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::declaration::{Declaration, Place};
use crate::project;

/// The most declarations in a file.
const A_FILE: usize = 100;

/// Crates under construction.
#[derive(Default)]
pub(crate) struct Crates {
    files: BTreeMap<&'static str, Vec<File>>,
    /// How many declarations there are.
    count: usize,
}

#[derive(Default)]
struct File {
    text: String,
    /// For each declaration the line before it, and its number.
    starts: Vec<(usize, usize)>,
}

/// What became of a declaration.
pub(crate) struct Placed {
    /// By which it is told from all others.
    pub(crate) number: usize,
    /// Where in its file the marked token is.
    pub(crate) mark: Option<Place>,
}

/// One message of the compiler's.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) place: Place,
    pub(crate) level: String,
    pub(crate) code: Option<String>,
    pub(crate) text: String,
}

impl Crates {
    /// Writes a declaration into a crate.
    pub(crate) fn put(&mut self, krate: &'static str, declaration: &Declaration) -> Placed {
        let files = self.files.entry(krate).or_default();
        if files.last().is_none_or(|file| file.starts.len() == A_FILE) {
            files.push(File::default());
        }
        let last = files.len() - 1;
        let file = &mut files[last];
        let before = file.text.lines().count();
        let (text, mark) = declaration.write(&format!("m{}", file.starts.len()));
        file.text.push_str(&text);
        let number = self.count;
        file.starts.push((before, number));
        self.count += 1;
        Placed {
            number,
            mark: mark.map(|place| Place {
                line: place.line + before,
                ..place
            }),
        }
    }

    /// Has all of them checked, and gives what is said of each, by its number.
    pub(crate) fn check(self) -> Vec<Vec<Message>> {
        let directory = project::directory("mutations");
        self.write(&directory);
        let mut cargo = project::cargo(&directory);
        cargo.args(["check", "--workspace", "--keep-going", "--offline"]);
        cargo.arg("--message-format=json");
        // Not the directory of this build, which is locked while cargo runs it.
        cargo.env("CARGO_TARGET_DIR", directory.join("target"));
        // With `-D warnings` in them, a warning would be an error.
        cargo.env_remove("RUSTFLAGS");
        let output = cargo.output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        let lines = String::from_utf8(output.stdout).unwrap();
        let mut said: Vec<Vec<Message>> = (0..self.count).map(|_| Vec::new()).collect();
        let mut ended = false;
        for line in lines.lines() {
            let report: Value = serde_json::from_str(line).unwrap();
            ended |= report["reason"] == "build-finished";
            if let Some((number, message)) = self.message(&report) {
                said[number].push(message);
            }
        }
        assert!(ended, "cargo did not come to an end:\n{words}");
        said
    }

    fn write(&self, directory: &Path) {
        let runtime = project::workspace().canonicalize().unwrap().join("runtime");
        let dependencies = format!("b24.path = '{}'\nserde_json = '1'\n", runtime.display());
        for (krate, files) in &self.files {
            let manifest = format!(
                "[package]\nname = '{krate}'\nversion = '0.0.0'\nedition = '2024'\n\n[dependencies]\n{dependencies}"
            );
            let part = |nth: usize| format!("part{nth}");
            let parts: Vec<String> = (0..files.len()).map(part).collect();
            let modules = parts.iter().map(|part| format!("pub mod {part};\n"));
            let directory = directory.join(krate);
            project::write(
                &directory,
                [("Cargo.toml", manifest), ("src/lib.rs", modules.collect())],
            );
            for (part, file) in parts.iter().zip(files) {
                let path = format!("src/{part}.rs");
                project::write(&directory, [(path.as_str(), file.text.clone())]);
            }
        }
        let members: Vec<String> = self.files.keys().map(|krate| format!("'{krate}'")).collect();
        let members = members.join(", ");
        let manifest = format!("[workspace]\nresolver = '3'\nmembers = [{members}]\n");
        project::write(directory, [("Cargo.toml", manifest)]);
    }

    /// A message, and the number of the declaration that it is about.
    fn message(&self, report: &Value) -> Option<(usize, Message)> {
        if report["reason"] != "compiler-message" {
            return None;
        }
        let krate = report["target"]["name"].as_str().unwrap();
        let message = &report["message"];
        let text = message["message"].as_str().unwrap();
        let spans = message["spans"].as_array().unwrap();
        let span = spans.iter().find(|span| span["is_primary"] == true);
        let number = span.and_then(|span| self.declaration(krate, span));
        let Some((span, number)) = span.zip(number) else {
            // How many errors or warnings there were, and where to read more.
            let is_summary = self.files.contains_key(krate)
                && (text.starts_with("aborting due to ")
                    || text.ends_with(" emitted")
                    || message["level"] == "failure-note");
            assert!(is_summary, "in {krate}:\n{}", message["rendered"]);
            return None;
        };
        let message = Message {
            place: Place {
                line: at(span, "line_start"),
                start: at(span, "column_start"),
                end: at(span, "column_end"),
            },
            level: message["level"].as_str().unwrap().to_owned(),
            code: message["code"]["code"].as_str().map(str::to_owned),
            text: text.to_owned(),
        };
        Some((number, message))
    }

    /// The declaration in which a span lies.
    fn declaration(&self, krate: &str, span: &Value) -> Option<usize> {
        let (_, file) = span["file_name"].as_str()?.rsplit_once("part")?;
        let file = self
            .files
            .get(krate)?
            .get(file.strip_suffix(".rs")?.parse::<usize>().ok()?)?;
        let line = at(span, "line_start");
        let behind = file.starts.partition_point(|(before, _)| *before < line);
        let (_, number) = file.starts.get(behind.checked_sub(1)?)?;
        Some(*number)
    }
}

fn at(span: &Value, key: &str) -> usize {
    usize::try_from(span[key].as_u64().unwrap()).unwrap()
}
