//! What goes wrong in a year.

use b24_portal::{Fault, Rule};

use crate::dice::Dice;
use crate::work::Work;

/// All faults but those that wait on the real clock (`Silence`, `Stall`, `Drip`), and
/// `ExpiredToken`: when a token expires is for the clock to say.
const FAULTS: [Fault; 27] = [
    Fault::QueryLimit,
    Fault::TooManyRequests,
    Fault::OperatingLimit,
    Fault::Overload,
    Fault::InternalError,
    Fault::BadGateway,
    Fault::Unavailable,
    Fault::HtmlPage,
    Fault::EmptyBody,
    Fault::PhpWarning,
    Fault::ByteOrderMark,
    Fault::WrongType,
    Fault::BadUtf8,
    Fault::DeepNesting,
    Fault::HugeNumbers,
    Fault::GzipBomb,
    Fault::ResetBefore,
    Fault::ResetAfter,
    Fault::Close,
    Fault::NotHttp,
    Fault::Truncated,
    Fault::LengthTooLong,
    Fault::LengthTooShort,
    Fault::UnfinishedChunks,
    Fault::Endless,
    Fault::HeaderFlood,
    Fault::UnannouncedClose,
];

/// What may befall a request for tokens. In each the renewal has been made, or has not.
const OF_TOKENS: [Fault; 6] = [
    Fault::BadGateway,
    Fault::Unavailable,
    Fault::EmptyBody,
    Fault::ResetBefore,
    Fault::ResetAfter,
    Fault::Truncated,
];

/// Strikes the next attempt, or the next few, of a call.
pub(crate) fn of_call(dice: &mut Dice, work: Work) -> Rule {
    let fault = FAULTS[dice.roll(FAULTS.len())];
    // Mostly one attempt; at times all of them.
    let attempts = [1, 1, 1, 2, 3, 9][dice.roll(6)];
    let rule = fault.on(work.method()).executed(dice.roll(2) == 0);
    match dice.roll(3) {
        0 => rule.nth(1 + dice.roll(2)),
        _ => rule.first(attempts),
    }
}

/// Strikes the next renewal.
pub(crate) fn of_renewal(dice: &mut Dice) -> Rule {
    let fault = OF_TOKENS[dice.roll(OF_TOKENS.len())];
    fault
        .on_oauth()
        .executed(dice.roll(2) == 0)
        .first(1 + dice.roll(2))
}
