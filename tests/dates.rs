//! Dates of `jiff` and `chrono`: what is sent, and what is decoded. The test `features` runs this one.

#![allow(clippy::unwrap_used)] // also outside of the test functions

use b24::{Loose, Method, Patch, b24_method, b24_object};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, Zoned};
use serde_json::{from_str, to_string};

/// 13:19:39 in Berlin on this day.
const MOMENT: i64 = 1_771_935_579;

#[b24_method("test.jiff", unlisted)]
struct ByJiff {
    #[b24(kind = date)]
    date: Option<Date>,
    #[b24(kind = date_time)]
    local: Option<DateTime>,
    #[b24(kind = date_time)]
    moment: Patch<Timestamp>,
    #[b24(kind = list<date | date_time>)]
    dates: Option<Vec<Date>>,
    #[b24(kind = text)]
    text: Option<Timestamp>,
    bare: Option<Date>,
}

#[b24_method("test.chrono", unlisted)]
struct ByChrono {
    #[b24(kind = date)]
    date: Option<NaiveDate>,
    #[b24(kind = date_time)]
    local: Option<NaiveDateTime>,
    #[b24(kind = date_time)]
    moment: Patch<chrono::DateTime<FixedOffset>>,
    #[b24(kind = list<date | date_time>)]
    dates: Option<Vec<NaiveDate>>,
    #[b24(kind = text)]
    text: Option<chrono::DateTime<Utc>>,
    bare: Option<NaiveDate>,
}

fn sent(method: &impl Method) -> String {
    assert!(method.validate().is_ok());
    to_string(method).unwrap()
}

#[test]
fn dates_of_jiff_are_sent_as_the_pages_write_them() {
    let date = Date::new(2026, 2, 24).unwrap();
    let moment = Timestamp::new(MOMENT, 987_654_321).unwrap();
    let method = ByJiff::new()
        .date(date)
        .local(date.at(13, 19, 39, 5))
        .moment(moment)
        .dates([date])
        .text(moment)
        .bare(date);
    assert_eq!(
        sent(&method),
        r#"{"DATE":"2026-02-24","LOCAL":"2026-02-24T13:19:39","MOMENT":"2026-02-24T12:19:39+00:00","DATES":["2026-02-24"],"TEXT":"2026-02-24T12:19:39+00:00","BARE":"2026-02-24"}"#
    );
    assert_eq!(sent(&ByJiff::new().moment(Patch::Clear)), r#"{"MOMENT":""}"#);
}

#[test]
fn a_moment_takes_a_zoned_time_of_jiff() {
    let zoned: Zoned = "2026-02-24T13:19:39+01:00[+01:00]".parse().unwrap();
    assert_eq!(
        sent(&ByJiff::new().moment(&zoned).text(&zoned)),
        r#"{"MOMENT":"2026-02-24T12:19:39+00:00","TEXT":"2026-02-24T12:19:39+00:00"}"#
    );
    assert_eq!(
        sent(&ByJiff::new().text(zoned.clone())),
        sent(&ByJiff::new().text(&zoned))
    );
}

#[test]
fn dates_of_chrono_are_sent_as_the_pages_write_them() {
    let date = NaiveDate::from_ymd_opt(2026, 2, 24).unwrap();
    let moment = Utc.timestamp_opt(MOMENT, 987_654_321).unwrap();
    let method = ByChrono::new()
        .date(date)
        .local(date.and_hms_milli_opt(13, 19, 39, 5).unwrap())
        .moment(moment.with_timezone(&FixedOffset::east_opt(3600).unwrap()))
        .dates([date])
        .text(moment)
        .bare(date);
    assert_eq!(
        sent(&method),
        r#"{"DATE":"2026-02-24","LOCAL":"2026-02-24T13:19:39","MOMENT":"2026-02-24T13:19:39+01:00","DATES":["2026-02-24"],"TEXT":"2026-02-24T12:19:39+00:00","BARE":"2026-02-24"}"#
    );
    assert_eq!(sent(&ByChrono::new().moment(Patch::Clear)), r#"{"MOMENT":""}"#);
}

#[b24_object(result)]
struct Row {
    date: Date,
    local: DateTime,
    moment: Timestamp,
    zoned: Zoned,
    naive: NaiveDate,
    naive_time: NaiveDateTime,
    fixed: chrono::DateTime<FixedOffset>,
    utc: chrono::DateTime<Utc>,
    none: Option<Date>,
    clear: Option<NaiveDate>,
}

#[test]
fn dates_are_decoded_in_every_form_that_the_pages_show() {
    let moment = "2026-02-24T13:19:39+01:00";
    for (date, local) in [
        (moment, moment),
        ("2026-02-24", "2026-02-24 13:19:39"),
        ("24.02.2026", "24.02.2026 13:19:39"),
        ("2026-02-24 00:00:00", "2026-02-24T13:19:39"),
    ] {
        let row = format!(
            r#"{{"DATE":"{date}","LOCAL":"{local}","MOMENT":"{moment}","ZONED":"{moment}","NAIVE":"{date}",
                "NAIVE_TIME":"{local}","FIXED":"{moment}","UTC":"{moment}","NONE":"","CLEAR":false}}"#
        );
        let row: Row = from_str(&row).unwrap();
        assert_eq!(row.date, Date::new(2026, 2, 24).unwrap());
        assert_eq!(row.local, row.date.at(13, 19, 39, 0));
        assert_eq!(row.moment.as_second(), MOMENT);
        assert_eq!((row.zoned.timestamp(), row.zoned.hour()), (row.moment, 13));
        assert_eq!(row.naive, NaiveDate::from_ymd_opt(2026, 2, 24).unwrap());
        assert_eq!(row.naive_time, row.naive.and_hms_opt(13, 19, 39).unwrap());
        assert_eq!(row.fixed.to_rfc3339(), moment);
        assert_eq!(row.utc.timestamp(), MOMENT);
        assert_eq!((row.none, row.clear), (None, None));
    }
}

#[test]
fn nothing_is_guessed() {
    for text in [
        "",
        "2026-02-30",
        "02/24/2026",
        "1771935579",
        "2026-02-24T25:00:00",
    ] {
        let json = format!("{text:?}");
        let error = from_str::<Loose<Date>>(&json).unwrap_err().to_string();
        assert!(error.contains("expected a date, such as 2026-02-24"), "{error}");
        assert!(from_str::<Loose<NaiveDate>>(&json).is_err(), "{text}");
    }
    // A date without an offset is no moment.
    for text in ["\"2026-02-24 13:19:39\"", "\"2026-02-24\"", "1771935579"] {
        assert!(from_str::<Loose<Timestamp>>(text).is_err(), "{text}");
        assert!(from_str::<Loose<Zoned>>(text).is_err(), "{text}");
        let error = from_str::<Loose<chrono::DateTime<Utc>>>(text)
            .unwrap_err()
            .to_string();
        assert!(error.contains("and an offset"), "{error}");
    }
    assert!(from_str::<Loose<DateTime>>("\"2026-02-24\"").is_err());
    assert!(from_str::<Loose<NaiveDateTime>>("\"2026-02-24\"").is_err());
}
