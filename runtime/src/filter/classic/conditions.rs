//! The conditions of a filter, one method for each operator.

use serde::Serialize;

use super::Filter;
use crate::filter::fault::Fault;
use crate::filter::list::{Members, Values};
use crate::filter::value;

impl Filter {
    /// The field is `value`, as the method compares where no operator is given: usually exactly, but
    /// by a pattern with some texts of lists and tasks.
    ///
    /// It is also how keys that are not fields are given, such as `ONLY_ROOT_TASKS` of tasks or
    /// `NAME_SEARCH` of users, and lists where a method takes them without an operator.
    ///
    /// ```
    /// let filter = b24::Filter::new().is("TITLE", "News");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"TITLE":"News"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn is(self, name: &str, value: impl Serialize) -> Self {
        self.add("", name, value::any(&value))
    }

    /// The field is not `value`: the opposite of [`is`](Self::is).
    ///
    /// ```
    /// let filter = b24::Filter::new().not("ASSIGNED_BY_ID", 1);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!ASSIGNED_BY_ID":1}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn not(self, name: &str, value: impl Serialize) -> Self {
        self.add("!", name, value::any(&value))
    }

    /// The field is exactly `value`.
    ///
    /// ```
    /// let filter = b24::Filter::new().equal("TITLE", "News");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"=TITLE":"News"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn equal(self, name: &str, value: impl Serialize) -> Self {
        self.add("=", name, value::any(&value))
    }

    /// The field is not exactly `value`; with an empty text, the field has a value.
    ///
    /// ```
    /// let filter = b24::Filter::new().not_equal("name", "");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!=name":""}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn not_equal(self, name: &str, value: impl Serialize) -> Self {
        self.add("!=", name, value::any(&value))
    }

    /// The field is greater than `value`, or later.
    ///
    /// ```
    /// let filter = b24::Filter::new().greater("ID", 5);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{">ID":5}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn greater(self, name: &str, value: impl Serialize) -> Self {
        self.add(">", name, value::single(&value))
    }

    /// The field is `value` or greater, or later.
    ///
    /// ```
    /// let filter = b24::Filter::new().at_least("DATE_CREATE", "2026-01-01");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{">=DATE_CREATE":"2026-01-01"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn at_least(self, name: &str, value: impl Serialize) -> Self {
        self.add(">=", name, value::single(&value))
    }

    /// The field is less than `value`, or earlier.
    ///
    /// ```
    /// let filter = b24::Filter::new().less("OPPORTUNITY", 0.5);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"<OPPORTUNITY":0.5}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn less(self, name: &str, value: impl Serialize) -> Self {
        self.add("<", name, value::single(&value))
    }

    /// The field is `value` or less, or earlier.
    ///
    /// ```
    /// let filter = b24::Filter::new().at_most("DEADLINE", "2026-12-31");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"<=DEADLINE":"2026-12-31"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn at_most(self, name: &str, value: impl Serialize) -> Self {
        self.add("<=", name, value::single(&value))
    }

    /// The field is one of `values`, of which there must be one at least.
    ///
    /// ```
    /// let filter = b24::Filter::new().one_of("STAGE_ID", ["NEW", "WON"]);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"@STAGE_ID":["NEW","WON"]}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn one_of(self, name: &str, values: impl Values) -> Self {
        self.add("@", name, value::list(values))
    }

    /// The field is none of `values`, of which there must be one at least.
    ///
    /// ```
    /// let filter = b24::Filter::new().none_of("ID", [5_u64, 7]);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!@ID":[5,7]}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn none_of(self, name: &str, values: impl Values) -> Self {
        self.add("!@", name, value::list(values))
    }

    /// The field is between `from` and `to`, or one of both.
    ///
    /// Few methods have it; elsewhere give [`at_least`](Self::at_least) and [`at_most`](Self::at_most).
    ///
    /// ```
    /// let filter = b24::Filter::new().between("CALL_DURATION", 10, 60);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"><CALL_DURATION":[10,60]}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn between(self, name: &str, from: impl Serialize, to: impl Serialize) -> Self {
        self.add("><", name, value::pair(&from, &to))
    }

    /// The field is less than `from` or greater than `to`.
    ///
    /// ```
    /// let filter = b24::Filter::new().not_between("CALL_DURATION", 10, 60);
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!><CALL_DURATION":[10,60]}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn not_between(self, name: &str, from: impl Serialize, to: impl Serialize) -> Self {
        self.add("!><", name, value::pair(&from, &to))
    }

    /// The text has `part` anywhere in it.
    ///
    /// ```
    /// let filter = b24::Filter::new().contains("TITLE", "news");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"%TITLE":"news"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn contains(self, name: &str, part: impl Serialize) -> Self {
        self.add("%", name, value::single(&part))
    }

    /// The text does not have `part` in it.
    ///
    /// ```
    /// let filter = b24::Filter::new().not_contains("TITLE", "news");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!%TITLE":"news"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn not_contains(self, name: &str, part: impl Serialize) -> Self {
        self.add("!%", name, value::single(&part))
    }

    /// The text is like `pattern`, in which `%` stands for any characters.
    ///
    /// The documentation's `%=` is the same.
    ///
    /// ```
    /// let filter = b24::Filter::new().like("TITLE", "News%");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"=%TITLE":"News%"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn like(self, name: &str, pattern: impl Serialize) -> Self {
        self.add("=%", name, value::single(&pattern))
    }

    /// The text is not like `pattern`, in which `%` stands for any characters.
    ///
    /// The documentation's `!%=` is the same.
    ///
    /// ```
    /// let filter = b24::Filter::new().not_like("TITLE", "%draft");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"!=%TITLE":"%draft"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn not_like(self, name: &str, pattern: impl Serialize) -> Self {
        self.add("!=%", name, value::single(&pattern))
    }

    /// The text is found by the portal's search for `text`; in `entity.item.get` and
    /// `entity.section.get`, whether the field has a value.
    ///
    /// ```
    /// let filter = b24::Filter::new().search("NAME", "news");
    /// assert_eq!(serde_json::to_string(&filter)?, r#"{"?NAME":"news"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn search(self, name: &str, text: impl Serialize) -> Self {
        self.add("?", name, value::single(&text))
    }

    /// At least one of `filters` holds; each may have several conditions.
    ///
    /// ```
    /// use b24::Filter;
    ///
    /// let named = Filter::new().any([Filter::new().not_equal("name", ""), Filter::new().greater("id", 5)]);
    /// assert_eq!(
    ///     serde_json::to_string(&named)?,
    ///     r#"{"0":{"logic":"OR","0":{"!=name":""},"1":{">id":5}}}"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// Few methods have groups, and some of the others ignore them: see the table at [`Filter`].
    pub fn any(self, filters: impl Members<Self>) -> Self {
        self.group("any", "OR", filters)
    }

    /// All of `filters` hold: what a second condition with the same operator and field needs.
    ///
    /// ```
    /// use b24::Filter;
    ///
    /// let words = Filter::new().all(["big", "news"].map(|word| Filter::new().contains("title", word)));
    /// assert_eq!(
    ///     serde_json::to_string(&words)?,
    ///     r#"{"0":{"logic":"AND","0":{"%title":"big"},"1":{"%title":"news"}}}"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// Few methods have groups, and some of the others ignore them: see the table at [`Filter`].
    pub fn all(self, filters: impl Members<Self>) -> Self {
        self.group("all", "AND", filters)
    }

    /// The conditions of a filter of its own, which [`tasks.task.list`] has under `PARAMS`.
    ///
    /// ```
    /// use b24::Filter;
    ///
    /// let favorite = Filter::new().subfilter("PARAMS", Filter::new().is("FAVORITE", "Y"));
    /// assert_eq!(
    ///     serde_json::to_string(&favorite)?,
    ///     r#"{"::SUBFILTER-PARAMS":{"FAVORITE":"Y"}}"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// [`tasks.task.list`]: https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-list.html
    pub fn subfilter(mut self, name: &str, mut filter: Self) -> Self {
        if filter.is_empty() {
            self.faults.add(Fault::EmptyGroup { method: "subfilter" });
        }
        self.faults.take_from(&mut filter.faults);
        let value = serde_json::to_value(&filter).map_err(|error| error.to_string());
        self.add("::SUBFILTER-", name, value)
    }
}
