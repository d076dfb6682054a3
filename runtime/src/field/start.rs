//! What a field begins with that is not a parameter of its own.

/// A type that a field with `#[b24(flatten)]` may have without being `required`: it has a `Default`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Default`, and this field is not required",
    label = "nothing to begin this field with",
    note = "write `#[b24(flatten, required)]`, and `new` takes it; where nothing in `{Self}` is required, `#[b24_object(default)]` on `{Self}` does as well"
)]
pub trait FlattenedDefault {
    /// The value.
    #[doc(hidden)]
    fn __default() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> FlattenedDefault for T {
    #[inline]
    fn __default() -> Self {
        T::default()
    }
}

/// A type that a field with `#[b24(skip)]` may have: it has a `Default`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Default`, and a field with `skip` begins with that",
    label = "nothing to begin this field with",
    note = "derive or implement `Default` for `{Self}`, or make the type `Option<{Self}>`"
)]
pub trait SkippedDefault {
    /// The value.
    #[doc(hidden)]
    fn __default() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> SkippedDefault for T {
    #[inline]
    fn __default() -> Self {
        T::default()
    }
}
