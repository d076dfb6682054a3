//! Where a walk through a list stands.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

/// Where a walk through a list stands: behind the last row that it handed out. A later walk goes on from
/// there, also in another process: it is kept as a text.
///
/// ```
/// use b24::Position;
///
/// let position: Position = "id>4711".parse()?;
/// assert_eq!(position.to_string(), "id>4711");
/// assert_eq!(Position::default().to_string(), "start");
/// # Ok::<(), b24::InvalidPosition>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Position {
    pub(super) place: Place,
    /// How many rows from there on are done.
    pub(super) skip: u64,
    /// How many rows the list has to have, for those before this place to be where they were; 0 if nobody
    /// knows.
    pub(super) of: u64,
}

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Place {
    #[default]
    Start,
    /// After so many rows.
    Row(u64),
    /// At the page of this number.
    Page(u64),
    /// Behind this id, upwards.
    Above(u64),
    /// Behind this id, downwards.
    Below(u64),
}

impl From<Place> for Position {
    fn from(place: Place) -> Self {
        Self {
            place,
            skip: 0,
            of: 0,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::Start => f.write_str("start"),
            Place::Row(row) => write!(f, "row={row}"),
            Place::Page(page) => write!(f, "page={page}"),
            Place::Above(id) => write!(f, "id>{id}"),
            Place::Below(id) => write!(f, "id<{id}"),
        }?;
        if self.skip > 0 {
            write!(f, "+{}", self.skip)?;
        }
        if self.of > 0 {
            write!(f, "/{}", self.of)?;
        }
        Ok(())
    }
}

/// A text that is no [`Position`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidPosition(String);

impl fmt::Display for InvalidPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no position in a list", self.0)
    }
}

impl std::error::Error for InvalidPosition {}

impl FromStr for Position {
    type Err = InvalidPosition;

    fn from_str(text: &str) -> Result<Self, InvalidPosition> {
        let (place, of) = text.split_once('/').unwrap_or((text, "0"));
        let (place, skip) = place.split_once('+').unwrap_or((place, "0"));
        let after = |prefix: &str| place.strip_prefix(prefix)?.parse::<u64>().ok();
        let place = match place {
            "start" => Some(Place::Start),
            _ => (after("row=").map(Place::Row))
                .or_else(|| after("page=").map(Place::Page))
                .or_else(|| after("id>").map(Place::Above))
                .or_else(|| after("id<").map(Place::Below)),
        };
        place
            .zip(skip.parse().ok())
            .zip(of.parse().ok())
            .map(|((place, skip), of)| Self { place, skip, of })
            .ok_or_else(|| InvalidPosition(crate::error::quoted(text)))
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_what_it_was_written_as() {
        for text in [
            "start",
            "start+3",
            "row=150",
            "row=150+7",
            "page=3+1",
            "row=150+7/200",
            "row=50/200",
            "id>5",
            "id<18446744073709551615",
        ] {
            let position: Position = text.parse().unwrap();
            assert_eq!(position.to_string(), text);
            let json = serde_json::to_string(&position).unwrap();
            assert_eq!(serde_json::from_str::<Position>(&json).unwrap(), position);
        }
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "",
            "row",
            "row=",
            "row=-1",
            "id=5",
            "row=5+",
            "row=5/",
            "row=5/3+1",
            "id>x",
            "begin",
        ] {
            assert!(text.parse::<Position>().is_err(), "{text}");
        }
    }
}
