//! Declarations that are as documented.

use b24_catalog::{Api, Members, Method, Need, Parameter};

use crate::declaration::{Declaration, Field};
use crate::dice::Dice;
use crate::types;

/// The most optional fields of a declaration.
const OPTIONAL: usize = 4;

/// Keywords of all editions, and what is none only behind `r#`.
const KEYWORDS: &str = "abstract as async await become box break const continue do dyn else enum extern \
    false final fn for gen if impl in let loop macro match mod move mut override priv pub ref return static \
    struct trait true try type typeof unsafe unsized use virtual where while yield";
const NEVER: [&str; 4] = ["self", "super", "crate", "_"];

/// Methods that a struct gets.
const GENERATED: [&str; 3] = ["new", "validate", "call"];

/// A declaration of a method, with what is required of it and some of what is not.
pub(crate) fn method(method: &Method, dice: &mut Dice) -> Declaration {
    let mut arguments = vec![format!("{:?}", method.name)];
    if method.api == Api::V3 {
        arguments.push("api = 3".to_owned());
    }
    let fields = fields(&method.parameters, method.positional, dice);
    Declaration {
        attribute: "b24_method",
        arguments,
        ident: "Call".to_owned(),
        deprecations: usize::from(method.deprecation.is_some()) + deprecated(&fields),
        fields,
        types: String::new(),
    }
}

/// A declaration of what a parameter of a method holds.
pub(crate) fn object(method: &Method, path: &str, members: &Members, dice: &mut Dice) -> Declaration {
    let mut arguments = vec![format!("{:?}", method.name), format!("{path:?}")];
    if method.api == Api::V3 {
        arguments.push("api = 3".to_owned());
    }
    arguments.push("parameter".to_owned());
    let fields = fields(members, false, dice);
    Declaration {
        attribute: "b24_object",
        arguments,
        ident: "Part".to_owned(),
        deprecations: deprecated(&fields),
        fields,
        types: String::new(),
    }
}

/// Adds a field for a parameter.
pub(crate) fn add(to: &mut Declaration, parameter: &Parameter, members: &Members, dice: &mut Dice) {
    to.fields.push(field(parameter, members, dice));
    to.deprecations += usize::from(parameter.deprecated);
}

/// Sees to it that there is a field; `None` where there can be none.
pub(crate) fn fill(declaration: &mut Declaration, members: &Members, dice: &mut Dice) -> Option<()> {
    if declaration.fields.is_empty() {
        let parameter = dice.pick_of(&members.list)?;
        add(declaration, parameter, members, dice);
    }
    Some(())
}

fn deprecated(fields: &[Field]) -> usize {
    fields.iter().filter(|field| field.facts.deprecated).count()
}

fn fields(members: &Members, positional: bool, dice: &mut Dice) -> Vec<Field> {
    let declared = if positional {
        prefix(members, dice)
    } else {
        chosen(members, dice)
    };
    let mut fields: Vec<Field> = declared
        .into_iter()
        .map(|parameter| field(parameter, members, dice))
        .collect();
    groups(members, &mut fields, dice);
    if !positional && dice.once_in(4) {
        dice.shuffle(&mut fields);
    }
    fields
}

/// Of parameters that are known by their places: all up to some one.
fn prefix<'a>(members: &'a Members, dice: &mut Dice) -> Vec<&'a Parameter> {
    let list = &members.list;
    let required = list.iter().rposition(|known| known.need == Need::Required);
    let least = required.map_or(1, |last| last + 1).min(list.len());
    let count = least + dice.below(list.len() - least + 1);
    list[..count].iter().collect()
}

fn chosen<'a>(members: &'a Members, dice: &mut Dice) -> Vec<&'a Parameter> {
    let of_group = |known: &Parameter| members.any_of.iter().flatten().any(|name| *name == known.name);
    let optional: Vec<&Parameter> = members
        .list
        .iter()
        .filter(|known| known.need != Need::Required)
        .collect();
    let wanted: Vec<&Parameter> = (0..dice.below(OPTIONAL + 1))
        .filter_map(|_| dice.pick_of(optional.iter().copied()))
        .collect();
    let listed = members.list.iter().filter(|known| {
        known.need == Need::Required || of_group(known) || wanted.iter().any(|other| other.name == known.name)
    });
    listed.collect()
}

/// The field for a parameter: required if that is, named as is usual in Rust, of a type that may stand
/// for it.
fn field(parameter: &Parameter, members: &Members, dice: &mut Dice) -> Field {
    let (name, rename) = name(&parameter.name, members);
    let mut options = Vec::new();
    if parameter.need == Need::Required {
        options.push("required".to_owned());
    }
    if rename {
        options.push(format!("rename = {:?}", parameter.name));
    }
    let ty = types::right(&parameter.kind, dice);
    // What is required may be an `Option` too.
    let bare = parameter.need == Need::Required && !dice.once_in(3);
    Field {
        ty: if bare { ty } else { format!("Option<{ty}>") },
        facts: parameter.clone(),
        options,
        name,
    }
}

/// Of each group one is given, by requiring it or by a group of the declaration's.
fn groups(members: &Members, fields: &mut [Field], dice: &mut Dice) {
    for (nth, group) in members.any_of.iter().enumerate() {
        let overlaps = members
            .any_of
            .iter()
            .enumerate()
            .any(|(other, names)| other != nth && names.iter().any(|name| group.contains(name)));
        let is_member = |field: &Field| group.contains(&field.facts.name);
        if fields.iter().any(|field| is_member(field) && field.is_required()) {
            continue;
        }
        let mut members: Vec<&mut Field> = fields.iter_mut().filter(|field| is_member(field)).collect();
        if overlaps || members.len() < 2 || dice.once_in(3) {
            members[0].options.push("required".to_owned());
        } else {
            for field in members {
                field.options.push(format!("one_of = \"group{nth}\""));
            }
        }
    }
}

/// The name of a field, and whether the name on the wire has to be written.
pub(crate) fn name(wire: &str, members: &Members) -> (String, bool) {
    let words = snake(wire);
    let begins = words.starts_with(|letter: char| letter.is_ascii_lowercase());
    let usable = begins && !GENERATED.contains(&words.as_str()) && !NEVER.contains(&words.as_str());
    if usable && members.find(&words).is_none_or(|found| found.name == wire) {
        (raw(&words), members.find(&words).is_none())
    } else {
        // Also of two names that are one but for case.
        (format!("the_{words}"), true)
    }
}

/// As it may stand in a struct.
pub(crate) fn raw(name: &str) -> String {
    if KEYWORDS.split_whitespace().any(|keyword| keyword == name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

fn snake(wire: &str) -> String {
    let mut words = String::new();
    let mut small = false;
    for letter in wire.chars() {
        if letter.is_ascii_uppercase() && small {
            words.push('_');
        }
        small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if letter.is_ascii_alphanumeric() {
            words.push(letter.to_ascii_lowercase());
        } else if !words.is_empty() && !words.ends_with('_') {
            words.push('_');
        }
    }
    words.trim_end_matches('_').to_owned()
}
