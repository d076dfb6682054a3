//! What of a new import can make a declaration fail that compiled before; it stands in the changelog.

use b24_catalog::{Aspect, Certainty, Members, Method, Need, Parameter, Values};

/// One line for each such change, by the order of the methods before and after.
#[must_use]
pub fn changes(before: &[Method], after: &[Method]) -> Vec<String> {
    let mut changes = Changes::default();
    for old in before {
        let same = |new: &&Method| new.name.eq_ignore_ascii_case(&old.name) && new.api == old.api;
        let Some(new) = after.iter().find(same) else {
            changes.add(&old.name, "is no documented method any more");
            continue;
        };
        if old.name != new.name {
            changes.add(&old.name, &format!("is spelled `{}`", new.name));
        }
        if old.deprecation.is_none() && new.deprecation.is_some() {
            changes.add(&old.name, "is deprecated");
        }
        changes.members(&old.name, &old.parameters, &new.parameters);
    }
    changes.0
}

#[derive(Default)]
struct Changes(Vec<String>);

impl Changes {
    fn add(&mut self, place: &str, what: &str) {
        self.0.push(format!("{place} {what}"));
    }

    fn members(&mut self, place: &str, old: &Members, new: &Members) {
        if old.more && !new.more {
            self.add(place, "takes no others than the listed ones");
        }
        for group in new.any_of.iter().filter(|group| !old.any_of.contains(group)) {
            self.add(place, &format!("needs one of {}", group.join(", ")));
        }
        for parameter in &old.list {
            let path = format!("{place} {}", parameter.name);
            match new.find(&parameter.name) {
                Some(new) => self.parameter(&path, parameter, new),
                None if new.more => {}
                None => self.add(&path, "does not exist any more"),
            }
        }
        let known = |parameter: &&Parameter| old.list.iter().any(|known| known.name == parameter.name);
        for parameter in new
            .list
            .iter()
            .filter(|parameter| !known(parameter) && is_required(parameter))
        {
            self.add(&format!("{place} {}", parameter.name), "is required");
        }
    }

    fn parameter(&mut self, path: &str, old: &Parameter, new: &Parameter) {
        if is_required(new) && !is_required(old) {
            self.add(path, "is required");
        }
        let sure = |parameter: &Parameter, aspect| parameter.certainty(aspect) == Certainty::Sure;
        let kind_is_new = old.kind != new.kind || !sure(old, Aspect::Kind);
        if kind_is_new && sure(new, Aspect::Kind) {
            self.add(path, &format!("is of the kind {}", new.kind));
        }
        if let Some(values) = &new.values
            && !values.open
            && sure(new, Aspect::Values)
        {
            let allowed = old.values.as_ref().filter(|old| !old.open);
            let lost = |allowed: &Values| allowed.list.iter().any(|value| !values.list.contains(value));
            match allowed.map(lost) {
                None => self.add(path, "has a closed set of values"),
                Some(true) => self.add(path, "has lost an allowed value"),
                Some(false) => {}
            }
        }
        if (old.range, old.length, old.items) != (new.range, new.length, new.items) {
            self.add(path, "has other bounds");
        }
        if let (Some(old), Some(new)) = (&old.members, &new.members) {
            self.members(path, old, new);
        }
    }
}

fn is_required(parameter: &Parameter) -> bool {
    parameter.need == Need::Required && parameter.certainty(Aspect::Need) == Certainty::Sure
}

#[cfg(test)]
mod tests {
    use b24_catalog::read;

    use super::*;

    fn of(before: &str, after: &str) -> Vec<String> {
        let method = |lines: &str| read::method(&format!("a.b\n{lines}")).unwrap();
        changes(&[method(before)], &[method(after)])
    }

    #[test]
    fn what_gets_stricter_is_named() {
        for (before, after, change) in [
            ("  takes x text\n", "", "a.b x does not exist any more"),
            (
                "  takes x text\n",
                "  takes x text required\n",
                "a.b x is required",
            ),
            ("  takes x any\n", "  takes x text\n", "a.b x is of the kind text"),
            (
                "  takes x text\n    doubtful kind\n",
                "  takes x text\n",
                "a.b x is of the kind text",
            ),
            (
                "  takes x text\n",
                "  takes x text\n    values A\n",
                "a.b x has a closed set of values",
            ),
            (
                "  takes x text\n    values A B\n",
                "  takes x text\n    values A\n",
                "a.b x has lost an allowed value",
            ),
            (
                "  takes x integer\n",
                "  takes x integer\n    range ..5\n",
                "a.b x has other bounds",
            ),
            ("", "  takes x text required\n", "a.b x is required"),
            ("  more\n", "", "a.b takes no others than the listed ones"),
            ("", "  any_of x y\n", "a.b needs one of x, y"),
            ("", "  deprecated c.d\n", "a.b is deprecated"),
            (
                "  takes x object\n    takes y text\n",
                "  takes x object\n    takes z text\n",
                "a.b x y does not exist any more",
            ),
        ] {
            assert_eq!(of(before, after), [change], "{before}{after}");
        }
    }

    #[test]
    fn what_gets_laxer_is_not() {
        for (before, after) in [
            ("  takes x text required\n", "  takes x text\n"),
            ("  takes x text\n", "  takes x any\n    doubtful kind\n"),
            (
                "  takes x text\n    values A\n",
                "  takes x text\n    values A B\n",
            ),
            ("", "  takes x text\n"),
            ("  takes x text\n", "  more\n"),
            ("  takes ID text\n", "  takes id text\n"),
        ] {
            assert_eq!(of(before, after), [""; 0], "{before}{after}");
        }
    }

    #[test]
    fn a_method_may_go() {
        let gone = changes(&[read::method("a.b\n").unwrap()], &[]);
        assert_eq!(gone, ["a.b is no documented method any more"]);
    }
}
