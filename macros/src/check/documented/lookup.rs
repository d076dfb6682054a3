//! Which documented method is meant.

use b24_catalog::{Api, Method, names};

use super::facts;
use crate::errors::Errors;
use crate::model::At;
use crate::parse::CatalogOptions;
use crate::suggest::method as closest;

/// What is documented of a method; `None` where it is not documented, which is reported unless the
/// author knows it. `escape` says what is written for such a method.
pub(in crate::check) fn method(
    name: &At<String>,
    options: &CatalogOptions,
    escape: &str,
    errors: &mut Errors,
) -> Option<Method> {
    let api = options.api.as_ref().map_or(Api::V2, |api| api.value);
    let own = facts::read(options.facts.as_ref(), errors)?;
    let find = |api| {
        let same = |known: &&Method| known.api == api && known.name.eq_ignore_ascii_case(&name.value);
        let found = own.iter().find(same).cloned();
        found.or_else(|| b24_catalog::find(&name.value, api))
    };
    let found = find(api);
    match (&found, &options.unlisted) {
        // The only way out of the order of parameters.
        (Some(method), Some(_)) if method.positional => return None,
        (Some(method), Some(unlisted)) => {
            errors.warn(
                unlisted.span,
                "unlisted",
                format!(
                    "`{}` is documented: remove `unlisted`, and the declaration is checked",
                    method.name
                ),
            );
            return None;
        }
        (None, None) => {
            let message = match find(other(api)) {
                Some(method) => of_the_other_version(&method, options, escape, errors),
                None => Some(format!("{}\n{escape}", unknown(&name.value, api, &own))),
            };
            if let Some(message) = message {
                errors.at(name.span, message);
            }
        }
        _ => {}
    }
    found
}

/// The method is one of the other version; `None` where that is reported at `api`.
fn of_the_other_version(
    method: &Method,
    options: &CatalogOptions,
    escape: &str,
    errors: &mut Errors,
) -> Option<String> {
    let name = &method.name;
    match (&options.api, method.api) {
        (Some(api), Api::V2) => {
            let message = format!("`{name}` is not a method of REST 3: remove `api = 3`\n{escape}");
            errors.at(api.span, message);
            None
        }
        (_, Api::V2) => Some(format!("`{name}` is not a method of REST 3\n{escape}")),
        (_, Api::V3) => Some(format!("`{name}` is a method of REST 3: add `api = 3`\n{escape}")),
    }
}

fn unknown(name: &str, api: Api, own: &[Method]) -> String {
    let own = own.iter().map(|method| (method.name.as_str(), method.api));
    let known = own.chain(names().map(|entry| (entry.name, entry.api)));
    // Of two that are as close, the one of this version comes first.
    let (same, others): (Vec<_>, Vec<_>) = known.partition(|(_, of)| *of == api);
    let known: Vec<&str> = same.iter().chain(&others).map(|(name, _)| *name).collect();
    let suggestion = closest(name, &known).map_or_else(String::new, |found| {
        let version = match api {
            _ if same.iter().any(|(name, _)| *name == found) => "",
            Api::V2 => ", with `api = 3`",
            Api::V3 => ", without `api = 3`",
        };
        format!("\ndid you mean `{found}`{version}?")
    });
    format!("`{name}` is not a documented method{suggestion}")
}

pub(super) fn other(api: Api) -> Api {
    match api {
        Api::V2 => Api::V3,
        Api::V3 => Api::V2,
    }
}
