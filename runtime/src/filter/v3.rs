//! The filter of REST 3: a list of conditions.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::fault::{Fault, Faults};
use super::list::{Members, Values};
use super::{name, value};
use crate::field::Scalar;

/// A filter of REST 3: a list of conditions that all must hold.
///
/// ```
/// use b24::FilterV3;
///
/// let filter = FilterV3::new()
///     .equal("status", "NEW")
///     .any([FilterV3::new().greater("id", 5), FilterV3::new().one_of("id", [1, 2])]);
/// assert_eq!(
///     serde_json::to_string(&filter)?,
///     r#"[["status","=","NEW"],{"logic":"or","conditions":[["id",">",5],["id","in",[1,2]]]}]"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The operators are those of [REST 3], the same for every method; which fields can be filtered by,
/// a method's `*.field.list` tells. REST 3 has no patterns, and `none_of` is [`not`](Self::not)
/// around [`one_of`](Self::one_of). A list may have one field twice, so nothing is lost here.
///
/// As with [`Filter`](crate::Filter), what is not a name, an empty list, a bound that is not one
/// value and an empty group are errors before anything is sent.
///
/// [REST 3]: https://apidocs.bitrix24.com/api-reference/rest-v3.html
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "a filter does nothing until it is given to a method"]
pub struct FilterV3 {
    conditions: Vec<Condition>,
    faults: Faults,
}

#[derive(Debug, Clone, PartialEq)]
enum Condition {
    Test {
        name: String,
        operator: &'static str,
        value: Value,
    },
    Group {
        logic: &'static str,
        negative: bool,
        conditions: Vec<Condition>,
    },
}

macro_rules! conditions {
    ($($doc:literal $example:literal $written:literal $method:ident $operator:literal $kind:ident;)+) => {
        impl FilterV3 {
            $(
                #[doc = $doc]
                ///
                /// ```
                #[doc = concat!("let filter = b24::FilterV3::new().", stringify!($method), "(", $example, ");")]
                #[doc = concat!("assert_eq!(serde_json::to_string(&filter)?, r#\"[", $written, "]\"#);")]
                /// # Ok::<(), serde_json::Error>(())
                /// ```
                pub fn $method(self, name: &str, value: impl Serialize) -> Self {
                    self.add(name, $operator, value::$kind(&value))
                }
            )+
        }
    };
}

conditions! {
    "The field is `value`." r#""status", "NEW""# r#"["status","=","NEW"]"# equal "=" any;
    "The field is not `value`." r#""status", "CLOSED""# r#"["status","!=","CLOSED"]"# not_equal "!=" any;
    "The field is greater than `value`, or later." r#""id", 5"# r#"["id",">",5]"# greater ">" single;
    "The field is `value` or greater, or later." r#""price", 9.5"# r#"["price",">=",9.5]"# at_least ">=" single;
    "The field is less than `value`, or earlier." r#""date", "2026-01-01""# r#"["date","<","2026-01-01"]"# less "<" single;
    "The field is `value` or less, or earlier." r#""price", 1000"# r#"["price","<=",1000]"# at_most "<=" single;
}

impl FilterV3 {
    /// A filter without conditions, which selects everything.
    ///
    /// ```
    /// assert_eq!(serde_json::to_string(&b24::FilterV3::new())?, "[]");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is no condition in it.
    ///
    /// ```
    /// use b24::FilterV3;
    ///
    /// assert!(FilterV3::new().is_empty());
    /// assert!(!FilterV3::new().equal("id", 5).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.faults == Faults::default()
    }

    /// The field is one of `values`, of which there must be one at least.
    ///
    /// ```
    /// let filter = b24::FilterV3::new().one_of("id", [3, 4, 5]);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"[["id","in",[3,4,5]]]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn one_of(self, name: &str, values: impl Values) -> Self {
        self.add(name, "in", value::list(values))
    }

    /// The field is between `from` and `to`, or one of both.
    ///
    /// ```
    /// let filter = b24::FilterV3::new().between("date", "2026-01-01", "2026-12-31");
    /// assert_eq!(
    ///     serde_json::to_string(&filter)?,
    ///     r#"[["date","between",["2026-01-01","2026-12-31"]]]"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn between(self, name: &str, from: impl Serialize, to: impl Serialize) -> Self {
        self.add(name, "between", value::pair(&from, &to))
    }

    /// At least one of `filters` holds; each may have several conditions.
    ///
    /// ```
    /// use b24::FilterV3;
    ///
    /// let own = FilterV3::new().equal("responsibleId", 1).equal("status", "NEW");
    /// let filter = FilterV3::new().any([own, FilterV3::new().equal("id", 5)]);
    /// assert_eq!(
    ///     serde_json::to_value(&filter)?,
    ///     serde_json::json!([{"logic": "or", "conditions": [
    ///         {"logic": "and", "conditions": [["responsibleId", "=", 1], ["status", "=", "NEW"]]},
    ///         ["id", "=", 5],
    ///     ]}])
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn any(mut self, filters: impl Members<Self>) -> Self {
        let mut filters: Vec<Self> = filters.into_iter().collect();
        if filters.is_empty() || filters.iter().any(Self::is_empty) {
            self.faults.add(Fault::EmptyGroup { method: "any" });
        }
        for filter in &mut filters {
            self.faults.take_from(&mut filter.faults);
        }
        let conditions = filters.into_iter().filter_map(Self::into_condition).collect();
        self.conditions.push(Condition::Group {
            logic: "or",
            negative: false,
            conditions,
        });
        self
    }

    /// The conditions of `filter` do not all hold.
    ///
    /// ```
    /// use b24::FilterV3;
    ///
    /// let filter = FilterV3::new().not(FilterV3::new().one_of("id", [1, 2]));
    /// assert_eq!(
    ///     serde_json::to_string(&filter)?,
    ///     r#"[{"logic":"and","conditions":[["id","in",[1,2]]],"negative":true}]"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// Portals read `negative`, but the documentation does not mention it.
    pub fn not(mut self, mut filter: Self) -> Self {
        if filter.is_empty() {
            self.faults.add(Fault::EmptyGroup { method: "not" });
        }
        self.faults.take_from(&mut filter.faults);
        self.conditions.push(Condition::Group {
            logic: "and",
            negative: true,
            conditions: filter.conditions,
        });
        self
    }

    /// The filter as one condition of another, if it has any.
    fn into_condition(mut self) -> Option<Condition> {
        match self.conditions.len() {
            0 | 1 => self.conditions.pop(),
            _ => Some(Condition::Group {
                logic: "and",
                negative: false,
                conditions: self.conditions,
            }),
        }
    }

    fn add(mut self, name: &str, operator: &'static str, value: Result<Value, String>) -> Self {
        match (name::check(name), value) {
            (Err(fault), _) => self.faults.add(fault),
            (Ok(()), Err(reason)) => self.faults.add(Fault::Value {
                key: name.to_owned(),
                reason,
            }),
            (Ok(()), Ok(value)) => self.conditions.push(Condition::Test {
                name: name.to_owned(),
                operator,
                value,
            }),
        }
        self
    }
}

impl Scalar for FilterV3 {}

impl Serialize for FilterV3 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.faults.report()?;
        self.conditions.serialize(serializer)
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Test {
                name,
                operator,
                value,
            } => (name, operator, value).serialize(serializer),
            Self::Group {
                logic,
                negative,
                conditions,
            } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("logic", logic)?;
                map.serialize_entry("conditions", conditions)?;
                if *negative {
                    map.serialize_entry("negative", negative)?;
                }
                map.end()
            }
        }
    }
}
