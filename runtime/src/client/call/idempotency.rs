//! The key under which REST 3 executes a write once.

use std::sync::Arc;

use crate::error::{ConfigError, Error};
use crate::method::{Api, Effect};

/// The key for all attempts of a call; none for what needs none. The user's own goes first.
pub(super) fn key(api: Api, effect: Effect, own: Option<&Arc<str>>) -> Result<Option<Arc<str>>, Error> {
    match (api, effect, own) {
        (Api::V3, Effect::Write, Some(own)) => Ok(Some(Arc::clone(own))),
        (Api::V3, Effect::Write, None) => random().map(Some),
        _ => Ok(None),
    }
}

/// 128 random bits: nobody makes the same key again.
fn random() -> Result<Arc<str>, Error> {
    let mut bytes = [0; 16];
    getrandom::getrandom(&mut bytes).map_err(|_| {
        ConfigError::new(
            "idempotency key",
            "the system has no random numbers to make one of",
        )
    })?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_writes_of_rest_3_have_a_key_and_no_two_the_same() {
        assert_eq!(key(Api::V2, Effect::Write, None).unwrap(), None);
        assert_eq!(key(Api::V3, Effect::Read, None).unwrap(), None);
        let keys = [0, 1].map(|_| key(Api::V3, Effect::Write, None).unwrap().unwrap());
        assert_eq!(keys[0].len(), 32);
        assert_ne!(keys[0], keys[1]);
        let own = Arc::from("order-17");
        assert_eq!(key(Api::V3, Effect::Write, Some(&own)).unwrap(), Some(own));
    }
}
