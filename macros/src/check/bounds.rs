//! Bounds: `range`, `length` and `items`.

use crate::errors::Errors;
use crate::model::{At, Count, Number, Range};
use crate::parse::Bounds;

/// The bounds of a number.
pub(super) fn range(declared: &At<Bounds>, errors: &mut Errors) -> Option<Range> {
    let Bounds {
        min,
        max,
        exclusive,
        tokens,
    } = &declared.value;
    let range = Range {
        min: min.as_ref().map(|min| min.value),
        max: max.as_ref().map(|max| max.value),
        exclusive: *exclusive && max.is_some(),
    };
    if let (Some(min), Some(max)) = (range.min, range.max)
        && (is_less(max, min) || (range.exclusive && !is_less(min, max)))
    {
        errors.on(
            tokens,
            "no number lies within these bounds: write the smaller end first, as in `1..=50`",
        );
        return None;
    }
    Some(range)
}

/// The bounds of a length; `of` is what is counted.
pub(super) fn count(declared: &At<Bounds>, of: &str, errors: &mut Errors) -> Option<Count> {
    let Bounds {
        min,
        max,
        exclusive,
        tokens,
    } = &declared.value;
    let ends = [min, max].map(|end| end.as_ref().map(|end| whole(end.value)));
    let [min, max] = match ends {
        [Some(None), _] | [_, Some(None)] => {
            errors.on(
                tokens,
                format!("a number of {of} is a whole number, 0 or more: write `1..=255`"),
            );
            return None;
        }
        [min, max] => [min.flatten(), max.flatten()],
    };
    let min = min.unwrap_or(0);
    // The end is the first one outside, or the last one inside.
    let max = match max {
        Some(max) if *exclusive => max.checked_sub(1),
        max => max.or(Some(usize::MAX)),
    };
    match max {
        Some(max) if min <= max => Some(Count { min, max }),
        _ => {
            errors.on(
                tokens,
                format!(
                    "no number of {of} lies within these bounds: write the smaller end first, as in `1..=255`"
                ),
            );
            None
        }
    }
}

fn whole(number: Number) -> Option<usize> {
    match number {
        Number::Integer(number) => usize::try_from(number).ok(),
        Number::Float(_) => None,
    }
}

/// Whether a number lies within.
pub(super) fn contains(range: &Range, number: Number) -> bool {
    let above = range.max.is_some_and(|max| {
        if range.exclusive {
            !is_less(number, max)
        } else {
            is_less(max, number)
        }
    });
    !above && !range.min.is_some_and(|min| is_less(number, min))
}

#[allow(clippy::cast_precision_loss)] // two whole numbers are compared as such
fn is_less(a: Number, b: Number) -> bool {
    let float = |number| match number {
        Number::Integer(number) => number as f64,
        Number::Float(number) => number,
    };
    match (a, b) {
        (Number::Integer(a), Number::Integer(b)) => a < b,
        (a, b) => float(a) < float(b),
    }
}
