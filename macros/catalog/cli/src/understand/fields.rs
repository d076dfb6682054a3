//! Parameters that choose, filter or sort the fields of a list. A table of theirs is one of fields, and
//! says of their kinds what an answer has.

use b24_catalog::{Aspect, Certainty, Kind, Members, Parameter, Values};

use super::describe::doubt;

/// Whether a parameter is about fields. A field may be called `SORT` too: then it is a number.
pub(super) fn is_about_fields(name: &str, kind: &Kind) -> bool {
    match role(name) {
        Some(Role::Select | Role::Filter) => true,
        Some(Role::Order) => may_hold(kind),
        None => false,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Select,
    Filter,
    Order,
}

fn role(name: &str) -> Option<Role> {
    match name.to_lowercase().as_str() {
        "select" => Some(Role::Select),
        "filter" => Some(Role::Filter),
        "order" | "sort" => Some(Role::Order),
        name if name.ends_with("_order") => Some(Role::Order),
        _ => None,
    }
}

fn may_hold(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Object | Kind::List(_) | Kind::Map(_) | Kind::Either(_) | Kind::Any
    )
}

/// Says of the fields in a table what their use makes of them: their names are what `select` takes, and
/// in an order, each has a direction.
pub(super) fn refine(parameter: &mut Parameter) {
    match role(&parameter.name) {
        Some(Role::Select) => {
            // It is a list, whatever its type is called.
            if parameter.kind == Kind::Object {
                doubt(parameter, Aspect::Kind, Certainty::Doubtful);
            }
            if let Some(members) = parameter.members.take() {
                choose(parameter, members);
            }
        }
        Some(Role::Order) if may_hold(&parameter.kind) => {
            let members = parameter.members.iter_mut();
            members.flat_map(|members| &mut members.list).for_each(direct);
        }
        _ => {}
    }
}

fn choose(parameter: &mut Parameter, members: Members) {
    let list: Vec<String> = members.list.into_iter().map(|field| field.name).collect();
    if list.len() > 1 && parameter.values.is_none() {
        parameter.values = Some(Values { list, open: true });
    }
}

/// A field whose kind is not a text is described as it is answered.
fn direct(field: &mut Parameter) {
    if field.kind != Kind::Text {
        *field = Parameter::new(std::mem::take(&mut field.name), Kind::Text);
        doubt(field, Aspect::Kind, Certainty::Doubtful);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, kind: &str) -> Parameter {
        let mut parameter = Parameter::new(name, Kind::read(kind).unwrap());
        parameter.members = Some(Members {
            list: vec![
                Parameter::new("ID", Kind::Integer),
                Parameter::new("NAME", Kind::Text),
            ],
            ..Members::default()
        });
        refine(&mut parameter);
        parameter
    }

    #[test]
    fn what_is_selected_are_names() {
        let select = of("select", "list<text>");
        assert_eq!(select.members, None);
        let values = select.values.unwrap();
        assert_eq!(
            (values.list, values.open),
            (vec!["ID".to_owned(), "NAME".to_owned()], true)
        );
        assert_eq!(
            of("SELECT", "object").certainty(Aspect::Kind),
            Certainty::Doubtful
        );
    }

    #[test]
    fn what_is_sorted_has_a_direction() {
        let kinds = |name: &str, kind: &str| -> Vec<String> {
            let members = of(name, kind).members.unwrap().list;
            members.iter().map(|field| field.kind.to_string()).collect()
        };
        assert_eq!(kinds("order", "object"), ["text", "text"]);
        assert_eq!(kinds("ELEMENT_ORDER", "object"), ["text", "text"]);
        assert_eq!(kinds("filter", "object"), ["integer", "text"]);
        assert_eq!(kinds("sort", "integer"), ["integer", "text"]);
    }
}
