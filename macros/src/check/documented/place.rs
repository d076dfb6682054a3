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
    for name in path.value.split('.') {
        let Some(parameter) = members.find(name) else {
            let message = missing(name, &whole, members);
            match hardness {
                // The documentation does not have all of them.
                Hardness::Pass | Hardness::Warn => errors.warn(path.span, "path", message),
                Hardness::Refuse => errors.at(path.span, message),
            }
            return None;
        };
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
