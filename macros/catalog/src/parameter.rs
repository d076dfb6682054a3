//! What is documented of a parameter.

use crate::kind::Kind;

/// What an object, or a method itself, takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    /// In the order of the page.
    pub list: Vec<Parameter>,
    /// Keys of which only a part of the name is known, such as `UF_CRM_*`; `*` is the rest.
    pub open: Vec<Parameter>,
    /// Groups of names, by which at least one of each has to be given.
    pub any_of: Vec<Vec<String>>,
    /// There are further ones, which the page does not list.
    pub more: bool,
    /// Which of them there are, where that depends on the value of another parameter. The lists above have
    /// those of all cases.
    pub cases: Option<Cases>,
}

/// Members that depend on a parameter beside the object, as `SETTINGS` does on `USER_TYPE_ID`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// The name of that parameter.
    pub tag: String,
    /// In the order of the page. Of other values, nothing is told.
    pub list: Vec<Case>,
}

/// The members that there are for some values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The values.
    pub values: Vec<String>,
    /// What there is for them.
    pub members: Members,
}

impl Members {
    /// The member of this name or spelling, whatever the case and underscores; a listed one before an
    /// open one.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Parameter> {
        let exact = self.list.iter().find(|known| known.name == name);
        let bare = bare(name);
        let similar = || {
            self.list.iter().find(|known| {
                let spellings = known.spellings.iter();
                spellings
                    .chain([&known.name])
                    .any(|known| self::bare(known) == bare)
            })
        };
        let open = || self.open.iter().find(|open| open.covers(name));
        exact.or_else(similar).or_else(open)
    }
}

/// A name without what distinguishes its spellings.
fn bare(name: &str) -> String {
    let letters = name.chars().filter(|letter| *letter != '_');
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// One parameter, or a member of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The name on the wire, as the page's table has it.
    pub name: String,
    /// Other spellings, which the page's own examples have; the commonest first.
    pub spellings: Vec<String>,
    /// What it is sent as.
    pub kind: Kind,
    /// Whether it has to be given.
    pub need: Need,
    /// The value that holds when none is given.
    pub default: Option<String>,
    /// Which values are allowed.
    pub values: Option<Values>,
    /// The bounds of a number.
    pub range: Bounds,
    /// The bounds of a text, in characters.
    pub length: Bounds,
    /// The bounds of a list, in items.
    pub items: Bounds,
    /// What an object has, or each item of a list of objects; `None` where the page does not tell.
    pub members: Option<Members>,
    /// It should not be used any more.
    pub deprecated: bool,
    /// It is a credential, which nobody may see.
    pub secret: bool,
    /// What of this is less than sure. What is not named here is.
    pub doubts: Vec<(Aspect, Certainty)>,
}

impl Parameter {
    /// A parameter of which nothing else is known.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            spellings: Vec::new(),
            kind,
            need: Need::Optional,
            default: None,
            values: None,
            range: Bounds::default(),
            length: Bounds::default(),
            items: Bounds::default(),
            members: None,
            deprecated: false,
            secret: false,
            doubts: Vec::new(),
        }
    }

    /// How far the documentation can be believed in this.
    #[must_use]
    pub fn certainty(&self, aspect: Aspect) -> Certainty {
        let found = self.doubts.iter().find(|(doubted, _)| *doubted == aspect);
        found.map_or(Certainty::Sure, |(_, certainty)| *certainty)
    }

    /// Whether it stands for keys of which only a part of the name is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.name.contains('*')
    }

    /// Whether a key is one of an open parameter's.
    #[must_use]
    pub fn covers(&self, key: &str) -> bool {
        let Some((start, end)) = self.name.split_once('*') else {
            return self.name == key;
        };
        key.len() >= start.len() + end.len() && key.starts_with(start) && key.ends_with(end)
    }
}

/// Whether a parameter has to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It must be given.
    Required,
    /// It must be given under conditions, which are told in sentences only.
    Sometimes,
}

/// The allowed values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// In the order of the page.
    pub list: Vec<String>,
    /// There may be others.
    pub open: bool,
}

/// The least and the greatest that is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// The least.
    pub min: Option<i64>,
    /// The greatest.
    pub max: Option<i64>,
}

impl Bounds {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What may be doubted of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// That it exists under this name.
    Name,
    /// Its kind.
    Kind,
    /// Whether it has to be given.
    Need,
    /// Its default.
    Default,
    /// Its allowed values.
    Values,
    /// Its bounds: range, length, items.
    Bounds,
    /// The names of its members.
    Members,
}

/// How far the documentation can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It contradicts itself, or says it in a way that is often wrong: nothing may be built on it.
    Doubtful,
    /// Good enough to warn.
    Likely,
    /// Good enough to refuse what contradicts it.
    Sure,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_spelling() {
        let mut id = Parameter::new("TASKID", Kind::Integer);
        id.spellings.push("number".to_owned());
        let members = Members {
            list: vec![id, Parameter::new("Task_Id", Kind::Text)],
            open: vec![Parameter::new("UF_*", Kind::Any)],
            ..Members::default()
        };
        let found = |name| members.find(name).map(|found| found.name.as_str());
        assert_eq!(found("task_id"), Some("TASKID"));
        assert_eq!(found("Task_Id"), Some("Task_Id"));
        assert_eq!(found("NUMBER"), Some("TASKID"));
        assert_eq!(found("UF_CRM_1"), Some("UF_*"));
        assert_eq!(found("uf_crm_1"), None);
        assert_eq!(found("TASK"), None);
    }

    #[test]
    fn what_is_not_doubted_is_sure() {
        let mut id = Parameter::new("ID", Kind::Integer);
        id.doubts.push((Aspect::Need, Certainty::Likely));
        assert_eq!(id.certainty(Aspect::Need), Certainty::Likely);
        assert_eq!(id.certainty(Aspect::Kind), Certainty::Sure);
        assert!(Certainty::Sure > Certainty::Likely && Certainty::Likely > Certainty::Doubtful);
    }
}
