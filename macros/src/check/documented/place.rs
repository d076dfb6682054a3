//! Which documented parameter an object stands for.

use std::iter;

use b24_catalog::{Aspect, Certainty, Members, Method, Parameter};

use super::{Documented, Hardness};
use crate::errors::Errors;
use crate::model::At;
use crate::suggest::did_you_mean;

/// What is documented of the members of a method's parameter, `fields` or `fields.PHONE`; `None` where
/// that is nothing, which is reported.
pub(in crate::check) fn of(method: &Method, path: &At<String>, errors: &mut Errors) -> Option<Documented> {
    let mut members = &method.parameters;
    let mut whole = format!("`{}`", method.name);
    let mut hardness = if members.more {
        Hardness::Pass
    } else {
        Hardness::Refuse
    };
    let mut doubtful = false;
    let mut left = Some(path.value.as_str());
    while let Some(names) = left {
        let Some((parameter, behind)) = step(names, members) else {
            let message = missing(names, &whole, members);
            match hardness {
                // The documentation does not have all of them.
                Hardness::Pass | Hardness::Warn => errors.warn(path.span, "path", message),
                Hardness::Refuse => errors.at(path.span, message),
            }
            return None;
        };
        left = behind;
        whole = format!("`{}` of {whole}", parameter.name);
        let Some(inside) = &parameter.members else {
            let message = format!(
                "of what is in {whole} nothing is documented: leave out the method and the parameter"
            );
            errors.warn(path.span, "path", message);
            return None;
        };
        hardness = hardness.min(trust(parameter, inside));
        doubtful |= parameter.certainty(Aspect::Members) == Certainty::Doubtful;
        members = inside;
    }
    let members = if doubtful {
        in_doubt(members)
    } else {
        members.clone()
    };
    Some(Documented {
        whole,
        noun: "member",
        unknown: hardness,
        // Pages of updates repeat the stars of those of `add`.
        missing: hardness.min(Hardness::Warn),
        positional: false,
        method: None,
        members,
    })
}

/// The parameter that comes first in a path, and what is behind it. A name may have dots of its own, so
/// the longest one that is known is taken; what stands for keys of any name, such as `*`, only where it
/// is written so itself or nothing else fits.
fn step<'a, 'b>(path: &'a str, members: &'b Members) -> Option<(&'b Parameter, Option<&'a str>)> {
    let ends = || iter::once(path.len()).chain(path.rmatch_indices('.').map(|(dot, _)| dot));
    let at = |end: usize| {
        let parameter = members.find(&path[..end])?;
        Some((parameter, path.get(end + 1..)))
    };
    let is_named =
        |end: usize| at(end).filter(|(parameter, _)| parameter.name == path[..end] || !parameter.is_open());
    ends().find_map(is_named).or_else(|| ends().find_map(at))
}

/// Where it is in doubt what an object has, so is everything that is said of it.
fn in_doubt(members: &Members) -> Members {
    let mut members = members.clone();
    for member in members.list.iter_mut().chain(&mut members.open) {
        let aspects = [Aspect::Kind, Aspect::Need, Aspect::Values, Aspect::Bounds];
        member.doubts = aspects.map(|aspect| (aspect, Certainty::Doubtful)).to_vec();
    }
    members
}

fn missing(name: &str, whole: &str, members: &Members) -> String {
    let known = members.list.iter().map(|member| member.name.as_str());
    format!(
        "{whole} has no parameter `{name}`{}\nfor one that Bitrix24 does not document, leave out the method and the \
         parameter",
        did_you_mean(name, known)
    )
}

/// How far the names of the members can be believed.
fn trust(parameter: &Parameter, members: &Members) -> Hardness {
    match parameter.certainty(Aspect::Members) {
        Certainty::Doubtful => Hardness::Pass,
        _ if members.more => Hardness::Pass,
        Certainty::Sure if members.open.is_empty() => Hardness::Refuse,
        Certainty::Sure | Certainty::Likely => Hardness::Warn,
    }
}

#[cfg(test)]
mod tests {
    use b24_catalog::{Kind, Members, Parameter};

    use super::step;

    #[test]
    fn a_path_goes_by_names_with_dots_and_by_open_keys() {
        let members = Members {
            list: ["a", "a.b"].map(|name| Parameter::new(name, Kind::Object)).into(),
            open: vec![Parameter::new("*", Kind::Object)],
            ..Members::default()
        };
        for (path, name, behind) in [
            ("a", "a", None),
            ("a.b", "a.b", None),
            ("a.b.c", "a.b", Some("c")),
            ("a.c", "a", Some("c")),
            ("*.source", "*", Some("source")),
            (".card", "*", None),
        ] {
            let (found, left) = step(path, &members).unwrap();
            assert_eq!((found.name.as_str(), left), (name, behind), "{path}");
        }
    }
}
