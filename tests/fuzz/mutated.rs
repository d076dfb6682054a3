//! Bytes that chance makes of other bytes.

use crate::dice::Dice;

/// What parsers stumble over.
const TRAPS: [&str; 16] = [
    "null",
    "1e999",
    "-0",
    "\\ud800",
    "\u{feff}",
    "[[[[",
    "}",
    "\"",
    "\0",
    "c0de5ecret0000",
    "\r\n\r\n",
    "18446744073709551616",
    "%25",
    "\\u0000",
    "&#x63;",
    "жж",
];

/// One of the seeds after some changes, or, once in a while, anything.
pub(crate) fn input(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    if dice.once_in(10) {
        return anything(dice);
    }
    let (seed, other) = (dice.pick(seeds), dice.pick(seeds));
    let bytes = mutated(dice, seed, other);
    if dice.once_in(100) {
        grown(dice, bytes)
    } else {
        bytes
    }
}

pub(crate) fn anything(dice: &mut Dice) -> Vec<u8> {
    (0..dice.below(200)).map(|_| byte(dice)).collect()
}

fn byte(dice: &mut Dice) -> u8 {
    u8::try_from(dice.below(256)).unwrap()
}

/// The bytes after a few changes: one put in, taken out or altered, a piece repeated, cut, taken from
/// another input, or replaced by a trap.
pub(crate) fn mutated(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(8)).min(bytes.len());
        match dice.below(7) {
            0 => bytes.insert(at, byte(dice)),
            1 => drop(bytes.drain(at..end)),
            2 if at < bytes.len() => bytes[at] = byte(dice),
            3 => bytes.truncate(at),
            4 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
            5 => {
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(30)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => drop(bytes.splice(at..end, dice.pick(&TRAPS).bytes())),
        }
    }
    bytes
}

/// A piece of the bytes so often that whatever grows faster than its input is seen to.
fn grown(dice: &mut Dice, mut bytes: Vec<u8>) -> Vec<u8> {
    let at = dice.below(bytes.len() + 1);
    let end = (at + 1 + dice.below(20)).min(bytes.len());
    let piece = bytes[at..end].repeat(2_000);
    bytes.splice(at..at, piece);
    bytes
}
