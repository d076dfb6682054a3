//! The types of the crate `chrono`.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use serde::{Deserializer, Serializer};

use super::{A_DATE, A_DATE_TIME, A_MOMENT, DATE, DATE_TIME, MOMENT, Written, dates};
use crate::field::Scalar;
use crate::kind::sent_as::SentAs;
use crate::kind::{DateTimes, Dates, Takes};
use crate::lenient::{Form, Lenient};

dates!(format:
    Dates NaiveDate: DATE, A_DATE, date;
    DateTimes NaiveDateTime: DATE_TIME, A_DATE_TIME, date_time;
);

impl<Z: TimeZone> Scalar for DateTime<Z> {}

#[diagnostic::do_not_recommend]
impl<K: Takes<DateTimes>, Z: TimeZone<Offset: Display>> SentAs<K> for DateTime<Z> {
    fn serialize_as<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.format(MOMENT))
    }
}

impl Lenient for DateTime<FixedOffset> {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::decode(deserializer, A_MOMENT, moment)
    }
}

impl Lenient for DateTime<Utc> {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::<FixedOffset>::decode(deserializer).map(Self::from)
    }
}

fn date(written: Written) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(written.year.into(), written.month.into(), written.day.into())
}

fn date_time(written: Written) -> Option<NaiveDateTime> {
    let time = written.time?;
    let [hour, minute, second] = [time.hour, time.minute, time.second].map(u32::from);
    date(written)?.and_hms_nano_opt(hour, minute, second, time.nanosecond)
}

fn moment(written: Written) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(written.time?.offset?)?;
    offset.from_local_datetime(&date_time(written)?).single()
}
