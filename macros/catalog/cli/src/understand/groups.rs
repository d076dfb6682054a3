//! Groups of parameters of which at least one is needed.

use b24_catalog::{Members, Need, Parameter};

/// What a row said: its own name, and the others.
pub(super) struct Said {
    pub(super) own: String,
    pub(super) others: Vec<String>,
    /// One of them is needed only if one of them has a star.
    pub(super) by_star: bool,
}

/// Makes groups of what the rows of one object said.
pub(super) fn group(members: &mut Members, said: Vec<Said>) {
    for Said { own, others, by_star } in said {
        let in_group = |member: &&Parameter| member.name == own || others.contains(&member.name);
        let grouped = members.list.iter().filter(in_group);
        let starred = grouped.clone().any(|member| member.need == Need::Required);
        let group: Vec<String> = grouped.map(|member| member.name.clone()).collect();
        if group.len() > 1 && (starred || !by_star) && !members.any_of.contains(&group) {
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
    use b24_catalog::Kind;

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
            by_star: false,
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
    #[test]
    fn one_instead_of_another_needs_a_star() {
        let group_of = |need: Need| {
            let mut members = Members::default();
            for name in ["from", "from_ts"] {
                members.list.push(Parameter::new(name, Kind::Text));
            }
            members.list[0].need = need;
            let said = Said {
                own: "from_ts".to_owned(),
                others: vec!["from".to_owned()],
                by_star: true,
            };
            group(&mut members, vec![said]);
            members.any_of
        };
        assert_eq!(group_of(Need::Required), [["from", "from_ts"]]);
        assert_eq!(group_of(Need::Optional).len(), 0);
    }
}
