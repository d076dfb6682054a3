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
                Some(method) => of_the_other_version(&method, options, errors)
                    .map(|message| format!("{message}\n{escape}")),
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
fn of_the_other_version(method: &Method, options: &CatalogOptions, errors: &mut Errors) -> Option<String> {
    let name = &method.name;
    match (&options.api, method.api) {
        (Some(api), Api::V2) => {
            let message = format!("`{name}` is not a method of REST 3: remove `api = 3`");
            errors.at(api.span, message);
            None
        }
        (_, Api::V2) => Some(format!("`{name}` is not a method of REST 3")),
        (_, Api::V3) => Some(format!("`{name}` is a method of REST 3: add `api = 3`")),
    }
}

fn unknown(name: &str, api: Api, own: &[Method]) -> String {
    let own = own.iter().map(|method| (method.name.as_str(), method.api));
    let known: Vec<(&str, Api)> = own.chain(names().map(|entry| (entry.name, entry.api))).collect();
    let of = |api| -> Vec<&str> {
        let known = known.iter().filter(|(_, of)| *of == api);
        known.map(|(name, _)| *name).collect()
    };
    let suggestion = match (closest(name, &of(api)), closest(name, &of(other(api)))) {
        (Some(known), _) => format!("\ndid you mean `{known}`?"),
        (None, Some(known)) if api == Api::V2 => format!("\ndid you mean `{known}`, with `api = 3`?"),
        (None, Some(known)) => format!("\ndid you mean `{known}`, without `api = 3`?"),
        (None, None) => String::new(),
    };
    format!("`{name}` is not a documented method{suggestion}")
}

pub(super) fn other(api: Api) -> Api {
    match api {
        Api::V2 => Api::V3,
        Api::V3 => Api::V2,
    }
}
