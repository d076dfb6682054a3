//! The filter of the classic API: an object whose keys begin with operators.

mod conditions;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::fault::{Fault, Faults};
use super::list::Members;
use super::name;
use crate::field::Scalar;

/// A filter of the classic API: conditions that all must hold, each a key with an operator in front
/// of a field's name.
///
/// ```
/// use b24::{Filter, b24_method};
///
/// #[b24_method("crm.item.list")]
/// struct ItemList {
///     #[b24(required)]
///     entity_type_id: u64,
///     filter: Option<Filter>,
/// }
///
/// let open = Filter::new()
///     .greater("id", 5)
///     .one_of("stageId", ["NEW", "WON"])
///     .not("assignedById", 1);
/// assert_eq!(
///     serde_json::to_string(&open)?,
///     r#"{">id":5,"@stageId":["NEW","WON"],"!assignedById":1}"#
/// );
///
/// let deals = ItemList::new(2).filter(open);
/// # assert!(deals.validate().is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Conditions are sent in the order in which they were built. REST 3 has a form of its own:
/// [`FilterV3`](crate::FilterV3).
///
/// # What is refused
/// Many methods ignore a key that they cannot read, and then select too much. So a call is refused as [`Invalid`](crate::Invalid) before it is sent, with everything that
/// is wrong, if
/// - a name has anything but ASCII letters, digits, `_` and single `.`, or begins with a digit;
/// - a name is `logic` in any case, by which portals join groups;
/// - one operator is given twice for one field, of which a portal would keep the last only: use
///   [`one_of`](Self::one_of) or [`none_of`](Self::none_of), or [`all`](Self::all) where the method
///   has groups;
/// - a list is empty, a bound or a pattern is not one value, or a number is not finite;
/// - a group has no conditions.
///
/// ```
/// use b24::Filter;
///
/// let error = serde_json::to_string(&Filter::new().is(">ID", 5)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "\">ID\" is not the name of a field; leave the operator to the method: `.greater(...)`"
/// );
/// ```
///
/// # What differs between methods
/// Every method has its own fields and its own operators, listed on its page; what it does not have,
/// it may ignore.
///
/// | operators | documented for |
/// |---|---|
/// | `is`, `greater`, `at_least`, `less`, `at_most` | nearly every method that has operators |
/// | `not` | most; [`tasks.task.list`] has these six only, [`crm.automatedsolution.list`] `not_equal` in its place |
/// | `equal`, `not_equal` | most |
/// | `one_of`, `none_of` | [`crm.item.list`], [`crm.deal.list`], [`user.get`], [`lists.element.get`]; in `user.get` and [`voximplant.statistic.get`] `is` takes a list |
/// | `contains`, `like` | the same; in [`crm.deal.list`] not for stages, contacts and companies |
/// | `not_contains`, `not_like` | [`crm.item.list`], [`user.get`], [`lists.element.get`], catalogue and sale; not [`crm.deal.list`] |
/// | `between`, `not_between`, `search` | [`entity.item.get`], [`sonet_group.get`], [`voximplant.statistic.get`], and few others |
/// | `any`, `all` | [`crm.item.list`], [`crm.type.list`], [`crm.automatedsolution.list`]; [`crm.contact.list`] and [`crm.company.list`] say that they have none |
///
/// Custom fields of the type `boolean` are compared with `1` and `0` in `crm.item.list`, and not with
/// `Y` and `N`. A date is given as the method writes it, usually in ISO 8601.
///
/// [`crm.automatedsolution.list`]: https://apidocs.bitrix24.com/api-reference/crm/automated-solution/crm-automated-solution-list.html
/// [`crm.company.list`]: https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-list.html
/// [`crm.contact.list`]: https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-list.html
/// [`crm.deal.list`]: https://apidocs.bitrix24.com/api-reference/crm/deals/crm-deal-list.html
/// [`crm.item.list`]: https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-list.html
/// [`crm.type.list`]: https://apidocs.bitrix24.com/api-reference/crm/universal/user-defined-object-types/crm-type-list.html
/// [`entity.item.get`]: https://apidocs.bitrix24.com/api-reference/entity/items/entity-item-get.html
/// [`lists.element.get`]: https://apidocs.bitrix24.com/api-reference/lists/elements/lists-element-get.html
/// [`sonet_group.get`]: https://apidocs.bitrix24.com/api-reference/sonet-group/sonet-group-get.html
/// [`tasks.task.list`]: https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-list.html
/// [`user.get`]: https://apidocs.bitrix24.com/api-reference/user/user-get.html
/// [`voximplant.statistic.get`]: https://apidocs.bitrix24.com/api-reference/telephony/voximplant/voximplant-statistic-get.html
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "a filter does nothing until it is given to a method"]
pub struct Filter {
    entries: Vec<Entry>,
    faults: Faults,
}

#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Condition { key: String, value: Value },
    Group(Group),
}

/// Filters within a filter.
#[derive(Debug, Clone, PartialEq)]
struct Group {
    /// `AND` or `OR`.
    logic: &'static str,
    members: Vec<Filter>,
}

impl Filter {
    /// A filter without conditions, which selects everything.
    ///
    /// ```
    /// use b24::Filter;
    ///
    /// assert!(Filter::new().is_empty());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is no condition in it.
    ///
    /// ```
    /// use b24::Filter;
    ///
    /// assert!(!Filter::new().is("ID", 5).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.faults == Faults::default()
    }

    fn add(mut self, operator: &'static str, name: &str, value: Result<Value, String>) -> Self {
        if let Err(fault) = name::check_key(name) {
            self.faults.add(fault);
            return self;
        }
        let key = format!("{operator}{name}");
        let given = |entry: &Entry| matches!(entry, Entry::Condition { key: known, .. } if *known == key);
        if self.entries.iter().any(given) {
            let instead = match operator {
                "" | "=" => "list the values with `one_of`",
                "!" | "!=" => "list the values with `none_of`",
                "@" | "!@" => "put all values into one list",
                _ => "where the method has groups, give each to `all` as a filter of its own",
            };
            self.faults.add(Fault::Twice { key, instead });
            return self;
        }
        match value {
            Ok(value) => self.entries.push(Entry::Condition { key, value }),
            Err(reason) => self.faults.add(Fault::Value { key, reason }),
        }
        self
    }

    fn group(mut self, method: &'static str, logic: &'static str, members: impl Members<Self>) -> Self {
        let mut members: Vec<Self> = members.into_iter().collect();
        if members.is_empty() || members.iter().any(Self::is_empty) {
            self.faults.add(Fault::EmptyGroup { method });
        }
        for member in &mut members {
            self.faults.take_from(&mut member.faults);
        }
        self.entries.push(Entry::Group(Group { logic, members }));
        self
    }
}

impl Scalar for Filter {}

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.faults.report()?;
        let mut map = serializer.serialize_map(Some(self.entries.len()))?;
        let mut place = 0_usize;
        for entry in &self.entries {
            match entry {
                Entry::Condition { key, value } => map.serialize_entry(key, value)?,
                Entry::Group(group) => {
                    map.serialize_entry(&place.to_string(), group)?;
                    place += 1;
                }
            }
        }
        map.end()
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.members.len() + 1))?;
        map.serialize_entry("logic", self.logic)?;
        for (place, member) in self.members.iter().enumerate() {
            map.serialize_entry(&place.to_string(), member)?;
        }
        map.end()
    }
}
