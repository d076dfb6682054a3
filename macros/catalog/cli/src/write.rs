//! Facts, as text: the counterpart of [`b24_catalog::read`], which tells how they are written.

use std::fmt::Write;

use b24_catalog::read::{ASPECTS, quote};
use b24_catalog::{Api, Bounds, Certainty, Effect, List, Members, Method, Need, Paging, Parameter, Sort};

/// The lines of a method.
#[must_use]
pub fn method(method: &Method) -> String {
    let mut text = Text::default();
    let version = if method.api == Api::V3 { " v3" } else { "" };
    text.line(0, &format!("{}{version}", method.name));
    if !method.scopes.is_empty() {
        text.words(1, "scope", &method.scopes);
    }
    text.line(1, &format!("page {}", quote(&method.page)));
    if let Some(deprecation) = &method.deprecation {
        let words: Vec<String> = deprecation
            .methods
            .iter()
            .chain(&deprecation.page)
            .cloned()
            .collect();
        text.words(1, "deprecated", &words);
    }
    text.line(
        1,
        if method.effect == Effect::Read {
            "effect read"
        } else {
            "effect write"
        },
    );
    if method.positional {
        text.line(1, "positional");
    }
    text.members(1, &method.parameters);
    if let Some(shape) = &method.result {
        let key = shape
            .key
            .as_ref()
            .map_or(String::new(), |key| format!(" at {}", quote(key)));
        text.line(1, &format!("result {}{key}", shape.kind));
        if shape.doubtful {
            text.line(1, "result_doubtful");
        }
    }
    if let Some(list) = &method.list {
        text.list(list);
    }
    for error in &method.errors {
        let status = error.status.map_or("-".to_owned(), |status| status.to_string());
        text.line(1, &format!("error {status} {}", quote(&error.code)));
    }
    text.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.0, "{:1$}{line}", "", 2 * depth);
    }

    fn words(&mut self, depth: usize, word: &str, words: &[String]) {
        let words: Vec<String> = words.iter().map(|word| quote(word)).collect();
        self.line(depth, format!("{word} {}", words.join(" ")).trim_end());
    }

    fn list(&mut self, list: &List) {
        let rows = list.rows.as_deref().map_or(".".to_owned(), quote);
        self.line(1, &format!("rows {rows}"));
        if let Some(id) = &list.id {
            self.line(1, &format!("id {}", quote(id)));
        }
        let paging = match &list.paging {
            Paging::Start => "start".to_owned(),
            Paging::Pagination => "pagination".to_owned(),
            Paging::Offset(parameter) => format!("offset {}", quote(parameter)),
            Paging::Page(parameter) => format!("page {}", quote(parameter)),
            Paging::Cursor(parameter) => format!("cursor {}", quote(parameter)),
        };
        self.line(1, &format!("paging {paging}"));
        if let Some(scan) = &list.scan {
            self.line(1, &format!("scan {} {}", quote(&scan.filter), quote(&scan.key)));
            let sort = match &scan.sort {
                Sort::Object(parameter) => quote(parameter),
                Sort::Pair(field, direction) => format!("{} {}", quote(field), quote(direction)),
            };
            self.line(1, &format!("sort {sort}"));
        }
    }

    fn members(&mut self, depth: usize, members: &Members) {
        for parameter in &members.list {
            self.parameter(depth, "takes", parameter);
        }
        for parameter in &members.open {
            self.parameter(depth, "open", parameter);
        }
        for group in &members.any_of {
            self.words(depth, "any_of", group);
        }
        if members.more {
            self.line(depth, "more");
        }
        if let Some(cases) = &members.cases {
            self.line(depth, &format!("cases {}", quote(&cases.tag)));
            for case in &cases.list {
                self.words(depth + 1, "case", &case.values);
                self.members(depth + 2, &case.members);
            }
        }
    }

    fn parameter(&mut self, depth: usize, word: &str, parameter: &Parameter) {
        let need = match parameter.need {
            Need::Optional => "",
            Need::Required => " required",
            Need::Sometimes => " sometimes",
        };
        self.line(
            depth,
            &format!("{word} {} {}{need}", quote(&parameter.name), parameter.kind),
        );
        let depth = depth + 1;
        if !parameter.spellings.is_empty() {
            self.words(depth, "spelled", &parameter.spellings);
        }
        if let Some(values) = &parameter.values {
            self.words(depth, if values.open { "known" } else { "values" }, &values.list);
        }
        if let Some(default) = &parameter.default {
            self.line(depth, &format!("default {}", quote(default)));
        }
        for (word, bounds) in [
            ("range", parameter.range),
            ("length", parameter.length),
            ("items", parameter.items),
        ] {
            self.bounds(depth, word, bounds);
        }
        if parameter.deprecated {
            self.line(depth, "deprecated");
        }
        if parameter.secret {
            self.line(depth, "secret");
        }
        for (word, certainty) in [("likely", Certainty::Likely), ("doubtful", Certainty::Doubtful)] {
            self.doubts(depth, word, certainty, parameter);
        }
        if let Some(members) = &parameter.members {
            self.members(depth, members);
        }
    }

    fn bounds(&mut self, depth: usize, word: &str, bounds: Bounds) {
        if !bounds.is_empty() {
            let end = |bound: Option<i64>| bound.map_or(String::new(), |bound| bound.to_string());
            self.line(depth, &format!("{word} {}..{}", end(bounds.min), end(bounds.max)));
        }
    }

    fn doubts(&mut self, depth: usize, word: &str, certainty: Certainty, parameter: &Parameter) {
        let doubted = |aspect| parameter.doubts.contains(&(aspect, certainty));
        let aspects = ASPECTS.iter().filter(|(_, aspect)| doubted(*aspect));
        let words: Vec<String> = aspects.map(|(word, _)| (*word).to_owned()).collect();
        if !words.is_empty() {
            self.words(depth, word, &words);
        }
    }
}
