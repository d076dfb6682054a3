//! Bounds: `range`, `length` and `items`.

use crate::errors::Errors;
use crate::model::{Count, Range};
use crate::parse::{At, Bounds, Number};

/// The bounds of a number.
pub(super) fn range(declared: &At<Bounds>, errors: &mut Errors) -> Option<Range> {
    let Bounds { min, max, exclusive } = &declared.value;
    let mut range = Range {
        min: min.as_ref().map(|min| min.value),
        max: max.as_ref().map(|max| max.value),
        exclusive: *exclusive && max.is_some(),
    };
    // Whole numbers have a last one before the end.
    if let (true, Some(Number::Integer(max))) = (range.exclusive, range.max) {
        range.max = Some(Number::Integer(max.saturating_sub(1)));
        range.exclusive = false;
    }
    if let (Some(min), Some(max)) = (range.min, range.max)
        && (is_less(max, min) || (range.exclusive && !is_less(min, max)))
    {
        errors.at(declared.span, "these bounds exclude every number");
        return None;
    }
    Some(range)
}

/// The bounds of a length; `of` is what is counted.
pub(super) fn count(declared: &At<Bounds>, of: &str, errors: &mut Errors) -> Option<Count> {
    let mut ends = [None, None];
    for (end, bound) in ends.iter_mut().zip([&declared.value.min, &declared.value.max]) {
        let Some(bound) = bound else { continue };
        match bound.value {
            Number::Integer(number) if number >= 0 => *end = usize::try_from(number).ok(),
            _ => {}
        }
        if end.is_none() {
            errors.at(
                bound.span,
                format!("expected a number of {of}: a whole number, 0 or more"),
            );
            return None;
        }
    }
    let [min, mut max] = ends;
    if let (true, Some(end)) = (declared.value.exclusive, max) {
        let Some(last) = end.checked_sub(1) else {
            errors.at(
                declared.span,
                format!("these bounds exclude every number of {of}"),
            );
            return None;
        };
        max = Some(last);
    }
    let count = Count {
        min: min.unwrap_or(0),
        max: max.unwrap_or(usize::MAX),
    };
    if count.min > count.max {
        errors.at(
            declared.span,
            format!("these bounds exclude every number of {of}"),
        );
        return None;
    }
    Some(count)
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
