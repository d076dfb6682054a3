//! What ties the answer of a user's browser to the request that sent it away.

use std::fmt;
use std::str::FromStr;

use super::same;
use crate::error::ConfigError;
use crate::secret::HIDDEN;

/// A random text that goes to the portal with a user's browser and comes back with it.
///
/// Keep it in the user's session and compare what comes back: otherwise anyone can make a user's
/// browser deliver a code of their own.
///
/// ```
/// use b24::State;
///
/// let state = State::random()?;
/// let kept: State = state.as_str().parse()?; // from the user's session
/// assert!(kept.matches(&state.to_string()));
/// assert!(!kept.matches("JJHgsdgfkdaslg7lbadsfg"));
/// # Ok::<(), b24::ConfigError>(())
/// ```
#[derive(Clone)]
pub struct State(String);

/// 128 bits are not to be guessed; a text that is kept may be of another's making.
const BYTES: usize = 16;

const WHAT: &str = "state";

impl State {
    /// A new one, which nobody can guess.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn random() -> Result<Self, ConfigError> {
        let mut bytes = [0; BYTES];
        getrandom::getrandom(&mut bytes)
            .map_err(|error| ConfigError::new(WHAT, format!("the system gives no random bytes: {error}")))?;
        Ok(Self(format!("{:032x}", u128::from_ne_bytes(bytes))))
    }

    /// The text, to keep and to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this came back; the time it takes does not tell where the two differ.
    #[must_use]
    pub fn matches(&self, came_back: &str) -> bool {
        same(&self.0, came_back)
    }
}

/// A state that was kept.
impl FromStr for State {
    type Err = ConfigError;

    fn from_str(kept: &str) -> Result<Self, ConfigError> {
        if kept.is_empty() {
            return Err(ConfigError::new(WHAT, "it is empty, so anyone could guess it"));
        }
        Ok(Self(kept.to_owned()))
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "State({HIDDEN})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_alike_and_none_is_shown_by_debug() {
        let (one, other) = (State::random().unwrap(), State::random().unwrap());
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.as_str().len(), 2 * BYTES);
        assert!(!format!("{one:?}").contains(one.as_str()));
    }

    #[test]
    fn only_the_whole_state_matches() {
        let state: State = "0123456789abcdef".parse().unwrap();
        assert!(state.matches("0123456789abcdef"));
        for other in [
            "",
            "0123456789abcde",
            "0123456789abcdef0",
            "1123456789abcdef",
            "0123456789abcdeF",
        ] {
            assert!(!state.matches(other), "{other}");
        }
        assert!("".parse::<State>().is_err());
    }
}
