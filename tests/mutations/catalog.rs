//! The documented methods, and which of their facts are believed.

use std::collections::HashSet;

use b24_catalog::{Aspect, Certainty, Members, Method, Parameter, names};

use crate::dice::Dice;

pub(crate) struct Catalog {
    pub(crate) methods: Vec<Method>,
    lower: HashSet<String>,
    /// How often each method was taken.
    taken: Vec<usize>,
}

/// What a parameter of a method holds, or a member of one.
pub(crate) struct Part<'a> {
    pub(crate) path: String,
    pub(crate) members: &'a Members,
    pub(crate) trust: Trust,
}

/// What a contradiction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trust {
    /// Right: the page itself is in doubt.
    Doubtful,
    /// Right as to names, for there are more than those that are listed.
    Incomplete,
    /// Probably wrong.
    Likely,
    Sure,
}

impl Catalog {
    pub(crate) fn read() -> Self {
        let methods = names().map(|entry| entry.read().unwrap());
        let methods: Vec<Method> = methods.filter(|method| !is_told_wrongly(method)).collect();
        Self {
            lower: methods.iter().map(|method| method.name.to_lowercase()).collect(),
            taken: vec![0; methods.len()],
            methods,
        }
    }

    /// Whether the name is that of a method, of whichever version.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.lower.contains(&name.to_lowercase())
    }

    /// Makes `count` of what can be made of methods, first of those that were taken least.
    pub(crate) fn deal<T>(
        &mut self,
        count: usize,
        dice: &mut Dice,
        make: impl Fn(&Method, &mut Dice, &Self) -> Option<T>,
    ) -> Vec<T> {
        let mut order: Vec<usize> = (0..self.methods.len()).collect();
        let mut dealt = Vec::new();
        while dealt.len() < count && !order.is_empty() {
            dice.shuffle(&mut order);
            order.sort_by_key(|place| self.taken[*place]);
            let mut fruitful = Vec::new();
            for place in order {
                if dealt.len() == count {
                    break;
                }
                let one = make(&self.methods[place], dice, self);
                if one.is_some() {
                    fruitful.push(place);
                    self.taken[place] += 1;
                }
                dealt.extend(one);
            }
            order = fruitful;
        }
        dealt
    }

    /// How many methods were never taken.
    pub(crate) fn left(&self) -> usize {
        self.taken.iter().filter(|taken| **taken == 0).count()
    }
}

/// The pages of a few old methods list the credential of their sample calls, `auth`, as the first of the
/// parameters, and these go by their places.
fn is_told_wrongly(method: &Method) -> bool {
    let mut parameters = method.parameters.list.iter();
    method.positional && parameters.any(|parameter| parameter.name == "auth")
}

/// How far the names of a method's parameters are believed.
pub(crate) fn trust(method: &Method) -> Trust {
    if method.parameters.more {
        Trust::Incomplete
    } else {
        Trust::Sure
    }
}

/// All that an object can be declared for.
pub(crate) fn parts(method: &Method) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    inside("", &method.parameters, trust(method), &mut parts);
    parts
}

fn inside<'a>(path: &str, members: &'a Members, trust: Trust, parts: &mut Vec<Part<'a>>) {
    for parameter in &members.list {
        let Some(inner) = parameter.members.as_ref() else {
            continue;
        };
        // A path is told apart at its dots, and found as any name is.
        let found = members.find(&parameter.name);
        if parameter.name.contains('.') || found.is_none_or(|found| found.name != parameter.name) {
            continue;
        }
        let path = if path.is_empty() {
            parameter.name.clone()
        } else {
            format!("{path}.{}", parameter.name)
        };
        let trust = trust.min(of_members(parameter, inner));
        inside(&path, inner, trust, parts);
        parts.push(Part {
            path,
            members: inner,
            trust,
        });
    }
}

fn of_members(parameter: &Parameter, members: &Members) -> Trust {
    match parameter.certainty(Aspect::Members) {
        Certainty::Doubtful => Trust::Doubtful,
        _ if members.more => Trust::Incomplete,
        Certainty::Likely => Trust::Likely,
        Certainty::Sure if !members.open.is_empty() => Trust::Likely,
        Certainty::Sure => Trust::Sure,
    }
}
