//! `app.info`, `server.time`.

use super::Call;
use crate::{
    php::{Array, Value},
    rest::{Failure, iso_date},
};

pub(super) fn server_time(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(iso_date(call.timing.unix()).into())
}

/// A local application on a commercial plan; a webhook is no application.
pub(super) fn app_info(call: &mut Call<'_>) -> Result<Value, Failure> {
    let Some(client) = call.caller.client else {
        return Err(Failure::wrong(
            "ACCESS_DENIED",
            "Access denied! Application context required",
        ));
    };
    let info = Array::from([
        ("ID", 5.into()),
        ("CODE", client.into()),
        ("VERSION", 1.into()),
        ("STATUS", "L".into()),
        ("INSTALLED", true.into()),
        ("PAYMENT_EXPIRED", "N".into()),
        ("DAYS", Value::Null),
        ("LANGUAGE_ID", "ru".into()),
        ("LICENSE", "ru_pro100".into()),
        ("LICENSE_TYPE", "pro100".into()),
        ("LICENSE_FAMILY", "pro".into()),
    ]);
    Ok(info.into())
}
