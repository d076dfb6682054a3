//! Custom fields under both of their names, where the caller says which are meant.

use b24_catalog::{Members, Parameter};

/// The parameter that says so.
const SWITCH: &str = "useOriginalUfNames";

/// The beginnings of the names: as the method has them itself, and of the original ones.
const NAMES: [&str; 2] = ["ufCrm*", "UF_*"];

/// Adds the original names to the members that have the method's own.
pub(super) fn add(parameters: &mut Members) {
    if parameters.find(SWITCH).is_none() {
        return;
    }
    let [own, original] = NAMES;
    let inside = parameters
        .list
        .iter_mut()
        .filter_map(|parameter| parameter.members.as_mut());
    for members in inside {
        let known = |name| members.open.iter().position(|open| open.name == name);
        if let (Some(place), None) = (known(own), known(original)) {
            let parameter = Parameter {
                name: original.to_owned(),
                ..members.open[place].clone()
            };
            members.open.insert(place + 1, parameter);
        }
    }
}

#[cfg(test)]
mod tests {
    use b24_catalog::Kind;

    use super::*;

    #[test]
    fn original_names_are_there_where_they_can_be_asked_for() {
        let mut fields = Parameter::new("fields", Kind::Object);
        fields.members = Some(Members {
            open: vec![Parameter::new("ufCrm*", Kind::Any)],
            ..Members::default()
        });
        let mut parameters = Members {
            list: vec![fields],
            ..Members::default()
        };
        add(&mut parameters);
        let known = |parameters: &Members| {
            let fields = parameters
                .find("fields")
                .and_then(|fields| fields.members.clone());
            fields.is_some_and(|members| members.find("UF_CRM_2_163").is_some())
        };
        assert!(!known(&parameters));
        parameters
            .list
            .push(Parameter::new("useOriginalUfNames", Kind::YesNo));
        add(&mut parameters);
        assert!(known(&parameters));
    }
}
