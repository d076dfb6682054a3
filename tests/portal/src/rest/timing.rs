//! When a call began, how long it took, and how the server writes both.

use std::time::Duration;

use crate::{
    clock::Clock,
    limits::Operating,
    php::Array,
    settings::{Settings, TimeStyle},
};

/// The portal lives in Moscow.
const ZONE_HOURS: u32 = 3;

/// One call's time.
#[derive(Debug, Clone)]
pub(crate) struct Timing {
    clock: Clock,
    start: Duration,
    /// What passed in the answer only, since the clock cannot be turned.
    pretended: Duration,
    /// What the methods took that ran: a part of what has passed, or all of it.
    pub(crate) spent: Duration,
    /// Of a method that ran.
    pub(crate) operating: Option<Operating>,
}

impl Timing {
    pub(super) fn start(clock: &Clock) -> Self {
        Self {
            start: clock.now(),
            clock: clock.clone(),
            pretended: Duration::ZERO,
            spent: Duration::ZERO,
            operating: None,
        }
    }

    /// The moment of the call, in seconds since 1970.
    pub(crate) fn unix(&self) -> i64 {
        whole_seconds(self.start)
    }

    /// The time since 1970. It does not run backwards within a call, though the clock may have
    /// been set back meanwhile.
    pub(crate) fn now(&self) -> Duration {
        self.clock.now().max(self.start) + self.pretended
    }

    /// The time of a command within this call, from now on.
    pub(super) fn of_command(&self) -> Self {
        Self {
            start: self.now(),
            clock: self.clock.clone(),
            pretended: Duration::ZERO,
            spent: Duration::ZERO,
            operating: None,
        }
    }

    /// A command has ended: what it took, this call took.
    pub(super) fn add(&mut self, command: &Self) {
        self.pretended += command.pretended;
        self.spent += command.spent;
    }

    /// Lets time pass.
    pub(crate) fn spend(&mut self, time: Duration) {
        self.pretended += self.clock.pass(time);
        self.spent += time;
    }

    /// How long the call has taken.
    pub(super) fn seconds(&self) -> f64 {
        self.now().saturating_sub(self.start).as_secs_f64()
    }

    /// The `time` of an answer.
    pub(super) fn report(&self, settings: &Settings) -> Array {
        let finish = self.now();
        let taken = finish.saturating_sub(self.start);
        let mut report = Array::new();
        match settings.time {
            // A whole `start` makes `duration` count from the full second, on the server too.
            TimeStyle::Integers => {
                let start = Duration::from_secs(self.start.as_secs());
                report.set("start", whole_seconds(start));
                report.set("finish", seconds(finish));
                report.set("duration", seconds(finish) - seconds(start));
                report.set("processing", whole_seconds(taken));
            }
            TimeStyle::Floats => {
                report.set("start", seconds(self.start));
                report.set("finish", seconds(finish));
                report.set("duration", seconds(finish) - seconds(self.start));
                report.set("processing", taken.as_secs_f64());
            }
        }
        report.set("date_start", iso_date(self.unix()));
        report.set("date_finish", iso_date(whole_seconds(finish)));
        if settings.shows_operating()
            && let Some(operating) = self.operating
        {
            report.set("operating_reset_at", whole_seconds(operating.reset_at));
            report.set("operating", seconds(operating.used));
        }
        report
    }
}

/// `2026-02-24T13:19:39+03:00`
pub(crate) fn iso_date(unix: i64) -> String {
    let local = unix + i64::from(ZONE_HOURS) * 3600;
    let (days, second) = (local.div_euclid(86_400), local.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+{ZONE_HOURS:02}:00")
}

/// The Gregorian date of a day counted from 1970-01-01: eras of 400 years that begin in March,
/// so that the leap day is the last day of a year.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 {
        march_month + 3
    } else {
        march_month - 9
    };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

fn whole_seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_the_zone_of_the_portal() {
        for (unix, text) in [
            (1_771_928_379, "2026-02-24T13:19:39+03:00"),
            (0, "1970-01-01T03:00:00+03:00"),
            (951_771_600, "2000-02-29T00:00:00+03:00"),
            (951_857_999, "2000-02-29T23:59:59+03:00"),
            (951_858_000, "2000-03-01T00:00:00+03:00"),
            (1_798_750_800, "2027-01-01T00:00:00+03:00"),
        ] {
            assert_eq!(iso_date(unix), text);
        }
    }
}
