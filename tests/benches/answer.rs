//! What every request of a benchmark is answered with.

/// The answer to `imbot.chat.add`, with all members of `time`.
pub(crate) const ANSWER: &str = r#"{"result":2725,"time":{"start":1771928379,"finish":1771928380.102187,"duration":1.102186918258667,"processing":1,"date_start":"2026-02-24T13:19:39+03:00","date_finish":"2026-02-24T13:19:40+03:00","operating_reset_at":1771928979,"operating":0.3226499557495117}}"#;
