//! Exchanges written down, one a file, for people to read and compare, and for programs to replay.

mod answer;
mod message;
mod question;
mod recorder;
mod replay;

pub use recorder::Recorder;
pub use replay::Replay;
