//! What a model checker replaces by its own.

pub(super) use std::sync::Mutex;
