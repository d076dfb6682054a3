//! Which hosts may take over from which.

use std::fmt;
use std::sync::Arc;

use super::cloud;
use super::location::Origin;

/// Where a client follows its portal.
///
/// A portal that was renamed answers that it has moved. The client then sends the same request, with its
/// credentials, to the new host: over https, with the same path, and unless told otherwise only where
/// both hosts are portals under one domain of Bitrix24's, such as `bitrix24.com`. Whatever else an
/// answer asks for is an error that says what it was.
///
/// Source: [renaming a portal](https://apidocs.bitrix24.com/settings/how-to-call-rest-api/index.html).
///
/// ```
/// use b24::RedirectPolicy;
///
/// // A company that moves its portal from the cloud to a host of its own.
/// let policy = RedirectPolicy::allow(|from, to| from == "acme.bitrix24.com" && to == "portal.acme.com");
/// # let _ = policy;
/// ```
#[derive(Clone, Default)]
pub struct RedirectPolicy(Rule);

#[derive(Clone, Default)]
enum Rule {
    #[default]
    Cloud,
    None,
    Also(Arc<Allow>),
}

type Allow = dyn Fn(&str, &str) -> bool + Send + Sync;

impl RedirectPolicy {
    /// Follows the portal from one host to another also where `allow` says so.
    ///
    /// It is given both hosts, with their ports where those are not the usual ones. It is not asked
    /// where the address is not https, or the path another: nothing goes there.
    pub fn allow(allow: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        Self(Rule::Also(Arc::new(allow)))
    }

    /// Follows the portal nowhere.
    #[must_use]
    pub fn none() -> Self {
        Self(Rule::None)
    }

    pub(super) fn allows(&self, from: &Origin, to: &Origin) -> bool {
        let known = || {
            (from.is_loopback() && to.is_loopback())
                || matches!((place(from), place(to)), (Some(from), Some(to)) if from == to)
        };
        match &self.0 {
            Rule::Cloud => known(),
            Rule::None => false,
            Rule::Also(allow) => known() || allow(from.authority(), to.authority()),
        }
    }
}

/// The domain of a portal in the cloud, which has the usual port.
fn place(origin: &Origin) -> Option<&str> {
    let domain = cloud::domain(origin.host())?;
    (origin.authority() == origin.host()).then_some(domain)
}

impl fmt::Debug for RedirectPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Rule::Cloud => "RedirectPolicy(within Bitrix24's domains)",
            Rule::None => "RedirectPolicy(none)",
            Rule::Also(_) => "RedirectPolicy(within Bitrix24's domains, and by a function)",
        })
    }
}
