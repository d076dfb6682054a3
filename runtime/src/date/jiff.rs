//! The types of the crate `jiff`.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::Deserializer;

use super::{A_DATE, A_DATE_TIME, A_MOMENT, DATE, DATE_TIME, MOMENT, Written, dates};
use crate::field::{IntoField, Scalar};
use crate::kind::sent_as::SentAs;
use crate::kind::{DateTimes, Dates, Takes};
use crate::lenient::{Form, Lenient};
use crate::patch::Patch;

dates!(strftime:
    Dates Date: DATE, A_DATE, date;
    DateTimes DateTime: DATE_TIME, A_DATE_TIME, date_time;
    DateTimes Timestamp: MOMENT, A_MOMENT, timestamp;
);

// No field has this type: without a kind, `Zoned` would be written with the name of its time zone,
// which no portal reads.
impl Lenient for Zoned {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::decode(deserializer, A_MOMENT, zoned)
    }
}

fn date(written: Written) -> Option<Date> {
    let year = i16::try_from(written.year).ok()?;
    Date::new(year, written.month.try_into().ok()?, written.day.try_into().ok()?).ok()
}

fn date_time(written: Written) -> Option<DateTime> {
    let time = written.time?;
    let [hour, minute, second] = [time.hour, time.minute, time.second].map(i8::try_from);
    let nanosecond = i32::try_from(time.nanosecond).ok()?;
    let time = jiff::civil::Time::new(hour.ok()?, minute.ok()?, second.ok()?, nanosecond).ok()?;
    Some(date(written)?.to_datetime(time))
}

fn zoned(written: Written) -> Option<Zoned> {
    let offset = Offset::from_seconds(written.time?.offset?).ok()?;
    let at = offset.to_timestamp(date_time(written)?).ok()?;
    Some(at.to_zoned(TimeZone::fixed(offset)))
}

fn timestamp(written: Written) -> Option<Timestamp> {
    zoned(written).map(|at| at.timestamp())
}

/// The same moment.
macro_rules! moments {
    ($($zoned:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoField<Timestamp> for $zoned {
                fn into_field(self) -> Timestamp {
                    self.timestamp()
                }
            }

            #[diagnostic::do_not_recommend]
            impl IntoField<Option<Timestamp>> for $zoned {
                fn into_field(self) -> Option<Timestamp> {
                    Some(self.timestamp())
                }
            }

            #[diagnostic::do_not_recommend]
            impl IntoField<Patch<Timestamp>> for $zoned {
                fn into_field(self) -> Patch<Timestamp> {
                    Patch::Set(self.timestamp())
                }
            }
        )+
    };
}

moments!(Zoned, &Zoned);
