//! The classes of mistakes: how many are made of each, and by what.

mod doubts;
mod escapes;
mod kinds;
mod names;
mod need;
mod options;
mod parameters;
mod values;
mod versions;

use b24_catalog::Method;

use crate::catalog::Catalog;
use crate::declaration::Declaration;
use crate::dice::Dice;

/// One way to be wrong.
pub(crate) struct Class {
    pub(crate) name: &'static str,
    pub(crate) count: usize,
    pub(crate) stage: Stage,
    /// Whether a name was spoilt by one edit: then the right one has to be the first suggestion.
    pub(crate) edit: bool,
    make: Make,
}

type Make = fn(&Method, &mut Dice, &Catalog) -> Option<Mistake>;

/// When the compiler finds it: what is found late is not found in a crate with something found early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// By the macro.
    Expansion,
    /// By the types.
    Types,
    /// By a constant.
    Constants,
    /// As a warning, or not at all: the crate compiles.
    Warning,
}

/// A declaration before and after something was done to it.
pub(crate) struct Mistake {
    pub(crate) right: Declaration,
    /// In which the token to be reported is marked.
    pub(crate) wrong: Declaration,
    /// `None` where the documentation is in doubt, and nothing may be found.
    pub(crate) finding: Option<Finding>,
}

/// What the compiler has to say.
pub(crate) struct Finding {
    /// Words that are in the message.
    pub(crate) says: String,
    /// The code of the compiler's own errors.
    pub(crate) code: Option<&'static str>,
    /// The name that it should suggest first, where it can know.
    pub(crate) meant: Option<String>,
}

impl Mistake {
    fn of(right: Declaration, wrong: Declaration, finding: Finding) -> Self {
        Self {
            right,
            wrong,
            finding: Some(finding),
        }
    }
}

impl Finding {
    fn new(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            code: None,
            meant: None,
        }
    }

    fn meaning(mut self, name: &str) -> Self {
        self.meant = Some(name.to_owned());
        self
    }

    fn coded(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }
}

const fn class(name: &'static str, count: usize, stage: Stage, make: Make) -> Class {
    Class {
        name,
        count,
        stage,
        edit: false,
        make,
    }
}

const fn edit(mut class: Class) -> Class {
    class.edit = true;
    class
}

/// Those that few methods can have come first: the others then take the methods that are left.
#[rustfmt::skip] // one class a line
pub(crate) const CLASSES: [Class; 26] = [
    class("one of several missing", 40, Stage::Expansion, need::none_of_several),
    class("order of parameters by place", 20, Stage::Expansion, need::order),
    class("REST 3 without `api = 3`", 50, Stage::Expansion, versions::missing),
    class("parameter of the other version", 15, Stage::Expansion, versions::parameter),
    edit(class("value in `enum = [...]`", 60, Stage::Expansion, values::listed)),
    edit(class("value of a member", 40, Stage::Expansion, values::member)),
    edit(class("value in `default = ...`", 40, Stage::Expansion, values::default)),
    class("default out of bounds", 10, Stage::Expansion, values::bounds),
    edit(class("value of an enum", 50, Stage::Constants, values::enumeration)),
    class("wrong kind", 150, Stage::Types, kinds::parameter),
    class("wrong kind of a member", 40, Stage::Types, kinds::member),
    edit(class("member, one edit", 70, Stage::Expansion, parameters::member)),
    edit(class("path of an object, one edit", 40, Stage::Expansion, parameters::path)),
    class("member missing or misnamed (warning)", 20, Stage::Warning, options::member),
    class("doubtful (no finding)", 150, Stage::Warning, doubts::contradiction),
    class("way out on the method (no finding)", 30, Stage::Warning, escapes::of_method),
    class("way out on the field (no finding)", 100, Stage::Warning, escapes::of_field),
    class("not marked as required", 60, Stage::Expansion, need::unmarked),
    class("required one missing", 250, Stage::Expansion, need::missing),
    edit(class("parameter, one edit", 400, Stage::Expansion, parameters::edit)),
    class("parameter of another method", 200, Stage::Expansion, parameters::foreign),
    class("`rename_all`", 15, Stage::Expansion, options::rename_all),
    class("`unlisted`, or another case (warning)", 40, Stage::Warning, options::warned),
    class("`api = 3` on an old method", 50, Stage::Expansion, versions::wrong),
    class("invented method", 200, Stage::Expansion, names::invented),
    edit(class("method, one edit", 500, Stage::Expansion, names::edit)),
];

impl Class {
    pub(crate) fn make(&self, catalog: &mut Catalog, dice: &mut Dice) -> Vec<Mistake> {
        catalog.deal(self.count, dice, self.make)
    }
}
