//! What is sent, without the types of its method.

use super::call::Body;
use crate::method::{Api, Effect};
use crate::pace::Runs;
use crate::secret::Secret;

/// What is sent: a call's method and parameters, or a batch of them.
pub(crate) struct Request<'a> {
    pub(crate) api: Api,
    pub(crate) method: &'a str,
    pub(crate) effect: Effect,
    /// What runs within it, if it is a batch.
    pub(crate) within: &'a [Runs<'a>],
    /// Writes the body, with the token among the parameters if there is one.
    pub(crate) body: &'a Body<'a>,
    /// Blots out the client's secrets and those of the parameters.
    pub(crate) scrub: &'a dyn Fn(&str) -> String,
    /// The secrets of the parameters; `None` where they could not be gathered.
    pub(crate) secrets: &'a dyn Fn() -> Option<Vec<Secret>>,
}
