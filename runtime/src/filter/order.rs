//! In which order rows come.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fault::{Fault, Faults};
use super::name;
use crate::field::Scalar;

/// The order of a list: fields, each ascending or descending; the first one counts first.
///
/// For the parameter `order` of the classic API and of REST 3 alike, where it is an object. A few
/// methods take a field and a direction as two texts instead, such as `sort` and `order` of
/// [`user.get`](https://apidocs.bitrix24.com/api-reference/user/user-get.html).
///
/// ```
/// use b24::{Order, b24_method};
///
/// #[b24_method("crm.item.list")]
/// struct ItemList {
///     #[b24(required)]
///     entity_type_id: u64,
///     order: Option<Order>,
/// }
///
/// let order = Order::new().descending("opportunity").ascending("id");
/// assert_eq!(serde_json::to_string(&order)?, r#"{"opportunity":"DESC","id":"ASC"}"#);
///
/// let deals = ItemList::new(2).order(order);
/// # assert!(deals.validate().is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// As with [`Filter`](crate::Filter), what is not a name or is given twice is an error before
/// anything is sent.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "an order does nothing until it is given to a method"]
pub struct Order {
    fields: Vec<(String, Direction)>,
    small: bool,
    faults: Faults,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Direction {
    Ascending,
    Descending,
}

impl Order {
    /// No order yet: the method's own.
    ///
    /// ```
    /// assert_eq!(serde_json::to_string(&b24::Order::new())?, "{}");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// From the least to the greatest, from the earliest to the latest.
    ///
    /// ```
    /// let order = b24::Order::new().ascending("ID");
    /// assert_eq!(serde_json::to_string(&order)?, r#"{"ID":"ASC"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn ascending(self, name: &str) -> Self {
        self.by(name, Direction::Ascending)
    }

    /// From the greatest to the least, from the latest to the earliest.
    ///
    /// ```
    /// let order = b24::Order::new().descending("createdTime");
    /// assert_eq!(serde_json::to_string(&order)?, r#"{"createdTime":"DESC"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn descending(self, name: &str) -> Self {
        self.by(name, Direction::Descending)
    }

    /// The directions in small letters, `asc` and `desc`, as the pages of some methods have them.
    ///
    /// ```
    /// let order = b24::Order::new().descending("id").small();
    /// assert_eq!(serde_json::to_string(&order)?, r#"{"id":"desc"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    fn by(mut self, name: &str, direction: Direction) -> Self {
        if let Err(fault) = name::check(name) {
            self.faults.add(fault);
        } else if self.fields.iter().any(|(known, _)| known == name) {
            self.faults.add(Fault::Twice {
                key: name.to_owned(),
                instead: "remove one of both",
            });
        } else {
            self.fields.push((name.to_owned(), direction));
        }
        self
    }
}

impl Scalar for Order {}

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.faults.report()?;
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (name, direction) in &self.fields {
            let direction = match (direction, self.small) {
                (Direction::Ascending, false) => "ASC",
                (Direction::Descending, false) => "DESC",
                (Direction::Ascending, true) => "asc",
                (Direction::Descending, true) => "desc",
            };
            map.serialize_entry(name, direction)?;
        }
        map.end()
    }
}
