//! Groups of parameters of which at least one is needed.

use b24_catalog::{Members, Need};

/// What a row said: its own name, and the others.
pub(super) struct Said {
    pub(super) own: String,
    pub(super) others: Vec<String>,
}

/// Makes groups of what the rows of one object said.
pub(super) fn group(members: &mut Members, said: Vec<Said>) {
    for Said { own, others } in said {
        let in_group = |name: &str| name == own || others.iter().any(|other| other == name);
        let group: Vec<String> = members
            .list
            .iter()
            .map(|member| member.name.clone())
            .filter(|name| in_group(name))
            .collect();
        if group.len() > 1 && !members.any_of.contains(&group) {
            members.any_of.push(group);
        }
    }
    // In a group, a star says that one of them is needed.
    for member in &mut members.list {
        let grouped = members.any_of.iter().any(|group| group.contains(&member.name));
        if grouped && member.need == Need::Required {
            member.need = Need::Sometimes;
        }
    }
}

#[cfg(test)]
mod tests {
    use b24_catalog::{Kind, Parameter};

    use super::*;

    #[test]
    fn a_group_holds_what_is_there() {
        let mut members = Members::default();
        for name in ["TYPE", "ID", "CODE"] {
            let mut parameter = Parameter::new(name, Kind::Text);
            parameter.need = Need::Required;
            members.list.push(parameter);
        }
        let said = |own: &str, others: &[&str]| Said {
            own: own.to_owned(),
            others: others.iter().map(|&other| other.to_owned()).collect(),
        };
        group(
            &mut members,
            vec![
                said("ID", &["ID", "CODE", "Y"]),
                said("CODE", &["ID"]),
                said("TYPE", &["X"]),
            ],
        );
        assert_eq!(members.any_of, [["ID", "CODE"]]);
        let needs: Vec<Need> = members.list.iter().map(|member| member.need).collect();
        assert_eq!(needs, [Need::Required, Need::Sometimes, Need::Sometimes]);
    }
}
