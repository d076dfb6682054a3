//! Enums out of closed sets of values.

use b24_catalog::{Aspect, Certainty, Kind, Parameter};

use super::build::Builder;
use super::words::{pascal, words};
use super::{Item, Type, Values, sense};

/// What allowed values make of a parameter: an enum, if they are texts, and few enough to be all.
pub(super) fn listed(builder: &mut Builder<'_>, parameter: &Parameter, path: &[&str]) -> Option<Type> {
    let values = parameter.values.as_ref().filter(|values| !values.open)?;
    let certainty = parameter.certainty(Aspect::Values);
    let holds_texts = |kind: &Kind| matches!(kind, Kind::Text | Kind::Any);
    let in_list = matches!(&parameter.kind, Kind::List(item) if holds_texts(item));
    if certainty == Certainty::Doubtful || !(in_list || holds_texts(&parameter.kind)) {
        return None;
    }
    let ty = if values.list.iter().all(|value| is_number(value)) {
        sense::integer(parameter)
    } else {
        let open = certainty != Certainty::Sure;
        enumeration(builder, variants(&values.list)?, open, path)
    };
    Some(if in_list { Type::List(Box::new(ty)) } else { ty })
}

/// A number that is written as it was read.
fn is_number(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|number| number.to_string() == text)
}

/// The same values make the same enum.
fn enumeration(
    builder: &mut Builder<'_>,
    variants: Vec<(String, String)>,
    open: bool,
    path: &[&str],
) -> Type {
    let known = builder.items.iter().find_map(|item| match item {
        Item::Values(values) if values.variants == variants && values.open == open => {
            Some(values.name.clone())
        }
        _ => None,
    });
    let name = known.unwrap_or_else(|| {
        let name = builder.names.of_path(&builder.name, path);
        builder.items.push(Item::Values(Values {
            name: name.clone(),
            variants,
            open,
        }));
        name
    });
    Type::Item(name)
}

/// A variant for each value; `None` where one has no name, or two would have the same.
fn variants(values: &[String]) -> Option<Vec<(String, String)>> {
    let mut variants: Vec<(String, String)> = Vec::new();
    for value in values {
        let name = match pascal(&words(value)) {
            // An empty text would be no value of an enum's.
            name if name.is_empty() => return None,
            name if name.starts_with(|first: char| first.is_ascii_digit()) => format!("V{name}"),
            name if name == "Self" || name == "Other" => format!("{name}Value"),
            name => name,
        };
        if variants.iter().any(|(known, _)| *known == name) {
            return None;
        }
        variants.push((name, value.clone()));
    }
    Some(variants)
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn every_value_has_a_name() {
        let values = ["OPEN", "lightBlue", "3_9", "603-S", "self"].map(str::to_owned);
        let names: Vec<String> = variants(&values)
            .unwrap()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["Open", "LightBlue", "V3_9", "V603S", "SelfValue"]);
    }

    #[test]
    fn values_without_names_of_their_own_are_texts() {
        for values in [["asc", "ASC"], ["a", "*"], ["a", ""]] {
            assert_eq!(variants(&values.map(str::to_owned)), None);
        }
    }
}
