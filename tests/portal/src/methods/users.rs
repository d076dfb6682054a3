//! `user.current`.

use super::Call;
use crate::{
    php::{Array, Value},
    rest::{Failure, iso_date},
};

/// When the administrator was hired: some moment in 2024.
const REGISTERED: i64 = 1_721_595_600;

/// The administrator; both the webhooks and the token are theirs.
pub(super) fn current(call: &mut Call<'_>) -> Result<Value, Failure> {
    let now = call.timing.unix();
    // `2024-07-23 08:08:50`: this one field has neither `T` nor a zone.
    let activity: String = iso_date(now).replace('T', " ").chars().take(19).collect();
    let departments: Array = [1].into_iter().map(Value::Int).collect();
    let user = Array::from([
        ("ID", call.caller.user.to_string().into()),
        ("ACTIVE", true.into()),
        ("NAME", "Ada".into()),
        ("LAST_NAME", "Sandbox".into()),
        ("EMAIL", "admin@sandbox.example".into()),
        ("LAST_LOGIN", iso_date(now).into()),
        ("DATE_REGISTER", iso_date(REGISTERED).into()),
        ("IS_ONLINE", "Y".into()),
        ("LAST_ACTIVITY_DATE", activity.into()),
        ("PERSONAL_GENDER", "".into()),
        ("PERSONAL_BIRTHDAY", "".into()),
        ("WORK_POSITION", "".into()),
        ("UF_EMPLOYMENT_DATE", "".into()),
        ("UF_DEPARTMENT", departments.into()),
    ]);
    Ok(user.into())
}
