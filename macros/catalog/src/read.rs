//! How a method is written down, and read.
//!
//! One fact a line, in ASCII. A method begins where a line begins; two spaces further in is what it
//! says of itself, and two further what is said of the parameter above:
//!
//! ```
//! let method = b24_catalog::read::method(r#"lists.element.get
//!   scope lists
//!   page api-reference/lists/elements/lists-element-get
//!   effect read
//!   takes IBLOCK_TYPE_ID text required
//!     values lists bitrix_processes lists_socnet
//!     likely values
//!   takes FILTER object
//!     open * any
//!   any_of IBLOCK_ID IBLOCK_CODE
//!   result list<object>
//!   error 400 ERROR_REQUIRED_PARAMETERS_MISSING
//! "#).expect("a method");
//! assert_eq!(method.name, "lists.element.get");
//! assert_eq!(method.parameters.any_of, [["IBLOCK_ID", "IBLOCK_CODE"]]);
//! ```
//!
//! | of a method | |
//! |---|---|
//! | `NAME`, `NAME v3` | its name, and its interface where that is REST 3 |
//! | `scope NAME ...` | the permissions of which one is needed |
//! | `page PATH` | the page's path |
//! | `deprecated NAME ...` | it is deprecated, and for what; a page's path where no method is named |
//! | `effect read`, `effect write` | whether it changes anything |
//! | `positional` | parameters go by their places |
//! | `result KIND`, `result KIND at KEY` | what it answers, and the only key above that |
//! | `result_doubtful` | the page's example contradicts that |
//! | `rows KEY`, `rows .` | under which key the rows of a list lie; directly in `result` |
//! | `id NAME` | the field by which a row is known |
//! | `paging start`, `paging pagination` | how the next page is asked for, by the parameter of this name |
//! | `paging offset NAME` | the same, by another: `offset`, `page` and `cursor` say what it takes |
//! | `scan FILTER KEY` | the parameter that filters rows by id, and what the id is called there |
//! | `sort NAME`, `sort NAME NAME` | with that: the parameter that sorts, or two, for the field and the direction |
//! | `error STATUS CODE`, `error - CODE` | an error code, and its status where it is known |
//!
//! | of a method or a parameter | |
//! |---|---|
//! | `takes NAME KIND` | a parameter or member; `required` or `sometimes` may follow |
//! | `open NAME KIND` | keys of which `*` in the name is not known |
//! | `any_of NAME ...` | of these, at least one is needed |
//! | `more` | there are further ones |
//! | `cases NAME` | which of these there are depends on the value of a parameter beside the object |
//! | `case VALUE ...` | below that: what there is for some values |
//!
//! | of a parameter | |
//! |---|---|
//! | `spelled NAME ...` | how examples spell it |
//! | `values VALUE ...`, `known VALUE ...` | all allowed values; some of them |
//! | `default VALUE` | what holds when it is left out |
//! | `range 1..50`, `length ..255`, `items 1..` | bounds of a number, of a text, of a list |
//! | `deprecated`, `secret` | |
//! | `likely ASPECT ...`, `doubtful ASPECT ...` | what is not sure, and how little |
//!
//! A word that is empty, or holds a space or a quotation mark or a letter beyond ASCII, stands in
//! quotation marks, with the escapes of Rust.

mod file;
mod line;
mod word;

use std::fmt;

use crate::kind::Kind;
use crate::method::{Api, Deprecation, Effect, ErrorCode, List, Method, Paging, Scan, Shape, Sort};
use crate::parameter::{Aspect, Bounds, Case, Cases, Certainty, Members, Need, Parameter, Values};
pub use file::methods;
use line::{Line, Lines};
pub use word::quote;

/// The words for what may be doubted.
pub const ASPECTS: [(&str, Aspect); 7] = [
    ("name", Aspect::Name),
    ("kind", Aspect::Kind),
    ("need", Aspect::Need),
    ("default", Aspect::Default),
    ("values", Aspect::Values),
    ("bounds", Aspect::Bounds),
    ("members", Aspect::Members),
];

/// A line that is no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1 at the method's first line.
    pub line: usize,
    /// What is wrong in it.
    pub reason: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for Fault {}

/// Reads the lines of one method.
///
/// # Errors
/// The first line that is no fact.
pub fn method(block: &str) -> Result<Method, Fault> {
    let mut lines = Lines::of(block);
    let Some(mut line) = lines.next(0)? else {
        return Err(Fault {
            line: 1,
            reason: "no method begins here",
        });
    };
    let name = line.word.clone();
    let api = match line.optional()?.as_deref() {
        None => Api::V2,
        Some("v3") => Api::V3,
        Some(_) => return Err(line.fault("only `v3` may follow the name")),
    };
    let mut method = Method::new(name, api);
    while let Some(mut line) = lines.next(1)? {
        if !member(&mut method.parameters, &mut line, &mut lines)? {
            fact(&mut method, &mut line)?;
        }
        line.end()?;
    }
    match lines.left() {
        Some(line) => Err(Fault {
            line,
            reason: "it belongs to no line above",
        }),
        None => Ok(method),
    }
}

fn fact(method: &mut Method, line: &mut Line<'_>) -> Result<(), Fault> {
    match line.word.as_str() {
        "scope" => method.scopes = line.words()?,
        "page" => method.page = line.one()?,
        "deprecated" => {
            let (pages, methods) = line.words()?.into_iter().partition(|word| word.contains('/'));
            let pages: Vec<String> = pages;
            let page = pages.into_iter().next();
            method.deprecation = Some(Deprecation { methods, page });
        }
        "effect" => {
            method.effect = match line.one()?.as_str() {
                "read" => Effect::Read,
                "write" => Effect::Write,
                _ => return Err(line.fault("an effect is `read` or `write`")),
            }
        }
        "positional" => method.positional = true,
        "result" => {
            let kind = kind(line)?;
            let key = match line.optional()?.as_deref() {
                None => None,
                Some("at") => Some(line.one()?),
                Some(_) => return Err(line.fault("only `at` may follow the kind")),
            };
            method.result = Some(Shape {
                kind,
                key,
                doubtful: false,
            });
        }
        "result_doubtful" => match &mut method.result {
            Some(shape) => shape.doubtful = true,
            None => return Err(line.fault("there is no result above")),
        },
        "rows" => {
            let rows = Some(line.one()?).filter(|key| key != ".");
            list(method).rows = rows;
        }
        "id" => list(method).id = Some(line.one()?),
        "paging" => {
            list(method).paging = match line.one()?.as_str() {
                "start" => Paging::Start,
                "pagination" => Paging::Pagination,
                "offset" => Paging::Offset(line.one()?),
                "page" => Paging::Page(line.one()?),
                "cursor" => Paging::Cursor(line.one()?),
                _ => return Err(line.fault("no such paging")),
            };
        }
        "scan" => {
            let (filter, key) = (line.one()?, line.one()?);
            let sort = Sort::Object("order".to_owned());
            list(method).scan = Some(Scan { filter, key, sort });
        }
        "sort" => {
            let field = line.one()?;
            let sort = match line.optional()? {
                None => Sort::Object(field),
                Some(direction) => Sort::Pair(field, direction),
            };
            match &mut list(method).scan {
                Some(scan) => scan.sort = sort,
                None => return Err(line.fault("there is no `scan` above")),
            }
        }
        "error" => {
            let status = match line.one()?.as_str() {
                "-" => None,
                digits => Some(
                    digits
                        .parse()
                        .map_err(|_| line.fault("a status is a number, or `-`"))?,
                ),
            };
            let code = line.one()?;
            method.errors.push(ErrorCode { code, status });
        }
        _ => return Err(line.fault("a method says no such thing")),
    }
    Ok(())
}

fn list(method: &mut Method) -> &mut List {
    method.list.get_or_insert(List {
        rows: None,
        id: None,
        paging: Paging::Start,
        scan: None,
    })
}

/// Whether the line tells of a member, which is then read with all lines below it.
fn member(members: &mut Members, line: &mut Line<'_>, lines: &mut Lines<'_>) -> Result<bool, Fault> {
    match line.word.as_str() {
        "takes" => members.list.push(parameter(line, lines)?),
        "open" => members.open.push(parameter(line, lines)?),
        "any_of" => members.any_of.push(line.words()?),
        "more" => members.more = true,
        "cases" => members.cases = Some(cases(line, lines)?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// How deep parameters lie in each other at most: the documentation has five, and a file of a user's own
/// may hold anything.
const DEEPEST: usize = 32;

fn cases(line: &mut Line<'_>, lines: &mut Lines<'_>) -> Result<Cases, Fault> {
    if line.depth > DEEPEST {
        return Err(line.fault("it lies too deep"));
    }
    let mut cases = Cases {
        tag: line.one()?,
        list: Vec::new(),
    };
    while let Some(mut line) = lines.next(line.depth + 1)? {
        if line.word != "case" {
            return Err(line.fault("only `case` may stand here"));
        }
        let values = line.words()?;
        let mut members = Members::default();
        while let Some(mut line) = lines.next(line.depth + 1)? {
            if !member(&mut members, &mut line, lines)? {
                return Err(line.fault("a case has members only"));
            }
            line.end()?;
        }
        cases.list.push(Case { values, members });
    }
    Ok(cases)
}

fn parameter(line: &mut Line<'_>, lines: &mut Lines<'_>) -> Result<Parameter, Fault> {
    if line.depth > DEEPEST {
        return Err(line.fault("it lies too deep"));
    }
    let mut parameter = Parameter::new(line.one()?, kind(line)?);
    parameter.need = match line.optional()?.as_deref() {
        None => Need::Optional,
        Some("required") => Need::Required,
        Some("sometimes") => Need::Sometimes,
        Some(_) => return Err(line.fault("only `required` or `sometimes` may follow the kind")),
    };
    let mut members = Members::default();
    while let Some(mut line) = lines.next(line.depth + 1)? {
        if !member(&mut members, &mut line, lines)? {
            detail(&mut parameter, &mut line)?;
        }
        line.end()?;
    }
    parameter.members = Some(members).filter(|members| *members != Members::default());
    Ok(parameter)
}

fn detail(parameter: &mut Parameter, line: &mut Line<'_>) -> Result<(), Fault> {
    match line.word.as_str() {
        "spelled" => parameter.spellings = line.words()?,
        "values" | "known" => {
            let open = line.word == "known";
            let list = line.words()?;
            parameter.values = Some(Values { list, open });
        }
        "default" => parameter.default = Some(line.one()?),
        "range" => parameter.range = bounds(line)?,
        "length" => parameter.length = bounds(line)?,
        "items" => parameter.items = bounds(line)?,
        "deprecated" => parameter.deprecated = true,
        "secret" => parameter.secret = true,
        "likely" => doubts(parameter, line, Certainty::Likely)?,
        "doubtful" => doubts(parameter, line, Certainty::Doubtful)?,
        _ => return Err(line.fault("a parameter says no such thing")),
    }
    Ok(())
}

fn doubts(parameter: &mut Parameter, line: &mut Line<'_>, certainty: Certainty) -> Result<(), Fault> {
    for word in line.words()? {
        let aspect = ASPECTS.iter().find(|(known, _)| *known == word);
        let (_, aspect) = aspect.ok_or_else(|| line.fault("no such aspect"))?;
        parameter.doubts.push((*aspect, certainty));
    }
    Ok(())
}

fn kind(line: &mut Line<'_>) -> Result<Kind, Fault> {
    let word = line.one()?;
    Kind::read(&word).ok_or_else(|| line.fault("there is no such kind"))
}

fn bounds(line: &mut Line<'_>) -> Result<Bounds, Fault> {
    let word = line.one()?;
    let fault = || line.fault("bounds are `1..50`, `1..` or `..50`");
    let (min, max) = word.split_once("..").ok_or_else(fault)?;
    let bound = |digits: &str| match digits {
        "" => Ok(None),
        digits => digits.parse().map(Some).map_err(|_| fault()),
    };
    Ok(Bounds {
        min: bound(min)?,
        max: bound(max)?,
    })
}

#[cfg(test)]
mod tests;
