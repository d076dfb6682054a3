fn one_of(allowed: &'static [&'static str]) -> impl FnOnce(&Option<String>, &()) -> garde::Result {
    move |value, ()| match value.as_deref() {
        Some(value) if !allowed.contains(&value) => Err(garde::Error::new("not an allowed value")),
        _ => Ok(()),
    }
}
