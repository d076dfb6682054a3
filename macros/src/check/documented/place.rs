//! Which documented parameter an object stands for.

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
        members = inside;
    }
    Some(Documented {
        whole,
        noun: "member",
        unknown: hardness,
        // Pages of updates repeat the stars of those of `add`.
        missing: hardness.min(Hardness::Warn),
        positional: false,
        method: None,
        members: members.clone(),
    })
}

/// The parameter that comes first in a path, and what is behind it. A name may have dots of its own, so
/// the longest one that is known is taken.
fn step<'a, 'b>(path: &'a str, members: &'b Members) -> Option<(&'b Parameter, Option<&'a str>)> {
    if let Some(parameter) = members.find(path) {
        return Some((parameter, None));
    }
    let mut dots = path.rmatch_indices('.');
    dots.find_map(|(dot, _)| {
        let parameter = members.find(&path[..dot])?;
        Some((parameter, Some(&path[dot + 1..])))
    })
}

fn missing(name: &str, whole: &str, members: &Members) -> String {
    let known = members.list.iter().map(|member| member.name.as_str());
    format!("{whole} has no parameter `{name}`{}", did_you_mean(name, known))
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
