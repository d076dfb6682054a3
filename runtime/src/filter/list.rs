//! What stands for several values, filters or names. The traits give anything else its words.

use serde::Serialize;

/// The values of a condition that compares with several: any list or iterator of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values",
    label = "expected a list, as in `[5, 7]`",
    note = "a single value stands in a list of its own, as in `[5]`",
    note = "values are written by serde: a type of your own derives `serde::Serialize`"
)]
pub trait Values: IntoIterator<Item: Serialize> {}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: Serialize>> Values for I {}

/// The members of a group: any list or iterator of filters of the same kind.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of `{F}`s",
    label = "expected a list, as in `[{F}::new()..., {F}::new()...]`"
)]
pub trait Members<F>: IntoIterator<Item = F> {}

#[diagnostic::do_not_recommend]
impl<F, I: IntoIterator<Item = F>> Members<F> for I {}

/// The names of selected fields: any list or iterator of texts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of the names of fields",
    label = "expected names, as in `[\"ID\", \"TITLE\"]`"
)]
pub trait Names: IntoIterator<Item: AsRef<str>> {}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: AsRef<str>>> Names for I {}
