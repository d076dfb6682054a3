//! Which fields of a row are wanted.

use serde::ser::{Serialize, Serializer};

use super::fault::Faults;
use super::list::Names;
use super::name;
use crate::field::{Field, IntoField, Items};
use crate::visit::Visitor;

/// The fields that a list or an object is asked for; a setter takes their names too.
///
/// ```
/// use b24::{Select, b24_method};
///
/// #[b24_method("crm.item.list")]
/// struct ItemList {
///     #[b24(required)]
///     entity_type_id: u64,
///     select: Option<Select>,
/// }
///
/// let deals = ItemList::new(2).select(["id", "title"]);
/// assert_eq!(serde_json::to_string(&deals.select)?, r#"["id","title"]"#);
///
/// let deals = ItemList::new(2).select(Select::all().and("UF_*"));
/// assert_eq!(serde_json::to_string(&deals.select)?, r#"["*","UF_*"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A name is the field's, the beginning of names and `*` (`UF_*` for custom fields, `PROPERTY_*`),
/// or `*`; in REST 3 also the field of a related object, as `responsible.name`. Anything else is an
/// error before anything is sent. A name that is given twice is sent once. What an empty selection
/// means is up to the method, usually every field of its own.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "a selection does nothing until it is given to a method"]
pub struct Select {
    names: Vec<String>,
    faults: Faults,
}

impl Select {
    /// These fields, in this order.
    ///
    /// ```
    /// let select = b24::Select::new(["id", "responsible.name"]);
    /// assert_eq!(serde_json::to_string(&select)?, r#"["id","responsible.name"]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new(names: impl Names) -> Self {
        let none = Self::default();
        names
            .into_iter()
            .fold(none, |select, name| select.and(name.as_ref()))
    }

    /// Every field of the object itself, `*`; custom fields are often `UF_*` beside it.
    ///
    /// ```
    /// assert_eq!(serde_json::to_string(&b24::Select::all())?, r#"["*"]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn all() -> Self {
        Self::default().and("*")
    }

    /// One more field.
    ///
    /// ```
    /// let select = b24::Select::new(["ID"]).and("TITLE");
    /// assert_eq!(serde_json::to_string(&select)?, r#"["ID","TITLE"]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn and(mut self, name: &str) -> Self {
        if let Err(fault) = name::check_selected(name) {
            self.faults.add(fault);
        } else if !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
        self
    }
}

impl<N: AsRef<str>> FromIterator<N> for Select {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        Self::new(names)
    }
}

// Not a `Scalar`: a setter takes any list, which the compiler could not tell from a scalar.
#[diagnostic::do_not_recommend]
impl Field for Select {
    type Value = Self;

    #[inline]
    fn from_value(value: Self) -> Self {
        value
    }

    #[inline]
    fn __given(&self) -> Option<&Self> {
        Some(self)
    }

    #[inline]
    fn __visit<V: Visitor>(&self, name: &'static str, visitor: &mut V) {
        visitor.field(name, self, self);
    }
}

#[diagnostic::do_not_recommend]
impl IntoField<Self> for Select {
    #[inline]
    fn into_field(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoField<Option<Self>> for Select {
    #[inline]
    fn into_field(self) -> Option<Self> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl IntoField<Self> for Option<Select> {
    #[inline]
    fn into_field(self) -> Self {
        self
    }
}

// An `Option` is no list here either: `None` would be an empty selection.
#[diagnostic::do_not_recommend]
impl<I: Items + Names> IntoField<Select> for I {
    #[inline]
    fn into_field(self) -> Select {
        Select::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<I: Items + Names> IntoField<Option<Select>> for I {
    #[inline]
    fn into_field(self) -> Option<Select> {
        Some(Select::new(self))
    }
}

impl Serialize for Select {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.faults.report()?;
        self.names.serialize(serializer)
    }
}
