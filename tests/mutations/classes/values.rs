//! Values outside of those that are documented.

use std::fmt::Write as _;

use b24_catalog::{Aspect, Bounds, Certainty, Kind, Members, Method, Parameter};

use super::{Finding, Mistake};
use crate::catalog::{Catalog, Trust, parts};
use crate::declaration::{Declaration, mark};
use crate::dice::Dice;
use crate::{edit, right};

/// In the field's own list.
pub(super) fn listed(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let spoilt = Spoilt::of(of(method, dice)?, &method.parameters, dice, |_| true)?;
    Some(in_list(spoilt, dice))
}

/// The same of what an object has.
pub(super) fn member(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut parts = parts(method);
    parts.retain(|part| part.trust != Trust::Doubtful && part.members.list.iter().any(is_closed));
    let part = dice.pick_of(parts)?;
    let right = right::object(method, &part.path, part.members, dice);
    let spoilt = Spoilt::of(right, part.members, dice, |_| true)?;
    Some(in_list(spoilt, dice))
}

fn in_list(spoilt: Spoilt, dice: &mut Dice) -> Mistake {
    let mut others = spoilt.values.clone();
    others.remove(spoilt.place);
    others.retain(|_| dice.once_in(2));
    let place = dice.below(others.len() + 1);
    spoilt.in_option(|value| {
        let mut list = others.clone();
        list.insert(place, value.to_owned());
        format!("enum = [{}]", list.join(", "))
    })
}

/// As what the field begins with.
pub(super) fn default(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let is_one = |facts: &Parameter| !matches!(facts.kind, Kind::List(_));
    let mut spoilt = Spoilt::of(of(method, dice)?, &method.parameters, dice, is_one)?;
    if !spoilt.right.field(&spoilt.name).is_free() {
        return None;
    }
    Some(spoilt.in_option(|value| format!("default = {value}")))
}

/// As a value of the field's type.
pub(super) fn enumeration(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let Spoilt {
        mut right,
        name,
        mut values,
        place,
        typed,
        finding,
    } = Spoilt::of(of(method, dice)?, &method.parameters, dice, |_| true)?;
    let ty = &mut right.field(&name).ty;
    *ty = ty.replace("String", "Choice").replace("i64", "Choice");
    let mut wrong = right.clone();
    let ty = &mut wrong.field(&name).ty;
    *ty = mark(ty);
    right.types = choice(&values);
    values[place] = typed;
    wrong.types = choice(&values);
    Some(Mistake::of(right, wrong, finding.coded("E0080")))
}

/// An enum of these values.
fn choice(values: &[String]) -> String {
    let mut text =
        "    #[::b24::b24_enum]\n    #[derive(Debug, Clone, Copy)]\n    pub enum Choice {\n".to_owned();
    for (nth, value) in values.iter().enumerate() {
        writeln!(text, "        #[b24({value})]\n        Value{nth},").unwrap();
    }
    text + "    }\n"
}

/// A default beyond what is documented of numbers.
pub(super) fn bounds(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let bounded = |facts: &Parameter| {
        facts.kind == Kind::Integer
            && facts.certainty(Aspect::Kind) == Certainty::Sure
            && facts.certainty(Aspect::Bounds) == Certainty::Sure
            && facts.range != Bounds::default()
    };
    let mut right = of(method, dice)?;
    let name = with(&mut right, &method.parameters, dice, bounded)?;
    let field = right.field(&name);
    if !field.is_free() {
        return None;
    }
    let Bounds { min, max } = field.facts.range;
    field.retype("i64");
    let mut wrong = right.clone();
    let within = min.or(max)?;
    let beyond = max.map_or(within - 1, |max| max + 1);
    right.field(&name).options.push(format!("default = {within}"));
    let default = mark(&beyond.to_string());
    wrong.field(&name).options.push(format!("default = {default}"));
    let finding = Finding::new(format!("the default is not what is documented of `{name}`"));
    Some(Mistake::of(right, wrong, finding))
}

/// A declaration with a field of which all values are documented, and what becomes of one of them.
struct Spoilt {
    right: Declaration,
    /// The parameter's.
    name: String,
    /// The documented values, as they are written in options.
    values: Vec<String>,
    /// Which of them is spoilt.
    place: usize,
    /// What it becomes.
    typed: String,
    finding: Finding,
}

impl Spoilt {
    fn of(
        mut right: Declaration,
        members: &Members,
        dice: &mut Dice,
        wanted: impl Fn(&Parameter) -> bool,
    ) -> Option<Self> {
        let name = with(&mut right, members, dice, |facts| {
            is_closed(facts) && wanted(facts)
        })?;
        let field = right.field(&name);
        let item = item(&field.facts)?;
        match &field.facts.kind {
            Kind::List(_) => field.retype(&format!("Vec<{item}>")),
            _ => field.retype(item),
        }
        let mut values = field.facts.values.clone()?.list;
        // An empty one is documented as such, but is no value that a list may have.
        values.retain(|value| !value.is_empty());
        if values.is_empty() {
            return None;
        }
        let place = dice.below(values.len());
        let known = &values[place];
        let typed = spoilt(known, &values, dice)?;
        let finding = Finding::new(format!("`{typed}` is not a documented value of `{name}`"));
        // Of a number, or of one or two letters, nobody can know what was meant.
        let finding = if known.len() > 2 && known.parse::<i64>().is_err() {
            finding.meaning(known)
        } else {
            finding
        };
        let literal = |value: &str| match item {
            "i64" => value.to_owned(),
            _ => format!("{value:?}"),
        };
        Some(Self {
            typed: literal(&typed),
            values: values.iter().map(|value| literal(value)).collect(),
            right,
            name,
            place,
            finding,
        })
    }

    /// The value in an option of the field.
    fn in_option(mut self, option: impl Fn(&str) -> String) -> Mistake {
        let mut wrong = self.right.clone();
        let (good, bad) = (option(&self.values[self.place]), option(&mark(&self.typed)));
        self.right.field(&self.name).options.push(good);
        wrong.field(&self.name).options.push(bad);
        Mistake::of(self.right, wrong, self.finding)
    }
}

/// Whether surely no other value is allowed.
fn is_closed(facts: &Parameter) -> bool {
    let values = facts.values.as_ref();
    values.is_some_and(|values| !values.open && !values.list.is_empty())
        && facts.certainty(Aspect::Values) == Certainty::Sure
        && facts.certainty(Aspect::Kind) == Certainty::Sure
        && item(facts).is_some()
}

/// The type of one value.
fn item(facts: &Parameter) -> Option<&'static str> {
    let kind = match &facts.kind {
        Kind::List(item) => item,
        kind => kind,
    };
    match kind {
        Kind::Text => Some("String"),
        Kind::Integer => Some("i64"),
        _ => None,
    }
}

/// A declaration of a method to which a field can be added.
fn of(method: &Method, dice: &mut Dice) -> Option<Declaration> {
    (!method.positional).then(|| right::method(method, dice))
}

/// Sees to it that the declaration has a field of that sort, and gives the parameter's name.
fn with(
    right: &mut Declaration,
    members: &Members,
    dice: &mut Dice,
    wanted: impl Fn(&Parameter) -> bool,
) -> Option<String> {
    let parameter = dice.pick_of(members.list.iter().filter(|facts| wanted(facts)))?;
    let mut declared = right.fields.iter();
    if !declared.any(|field| field.facts.name == parameter.name) {
        right::add(right, parameter, members, dice);
    }
    Some(parameter.name.clone())
}

/// What becomes of a documented value: none of the others.
fn spoilt(known: &str, values: &[String], dice: &mut Dice) -> Option<String> {
    let is_other = |typed: &str| !typed.trim().is_empty() && !values.iter().any(|known| known == typed);
    match known.parse::<i64>() {
        Ok(number) => (number + 1..number + 100)
            .map(|number| number.to_string())
            .find(|number| is_other(number)),
        Err(_) => edit::mistake(known, dice, is_other),
    }
}
