//! What the rows of each list method look like, and by which rules it is paged.

/// One list method.
#[derive(Debug)]
pub(super) struct Shape {
    /// In lower case, as the server looks it up.
    pub(super) method: &'static str,
    pub(super) family: Family,
    /// The key of `result` under which the rows lie; none, where they are the result.
    pub(super) rows: Option<&'static str>,
    pub(super) names: Names,
    /// Parameters without which there is no answer.
    pub(super) needs: &'static [&'static str],
    /// The first is the row's number.
    pub(super) fields: &'static [Field],
    /// Whether rows come from the highest number down where no order is asked for.
    pub(super) newest_first: bool,
    /// Whether the number comes whatever is selected.
    pub(super) always_id: bool,
}

/// The rules of paging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Lists of the database: pages begin at multiples of 50, and beyond the last is the first.
    Classic,
    /// Lists of controllers: pages begin at multiples of 50, and beyond the last is nothing.
    Controller,
    /// `user.get`: from wherever it is asked.
    Exact,
}

/// What the parameters are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// `SELECT`, `FILTER`, `ORDER`, in any case.
    Upper,
    /// `select`, `filter`, `order`, and nothing else.
    Lower,
    /// `SORT`, `ORDER`, `FILTER`: the field and the direction are two parameters.
    Users,
    /// `SELECT`, `FILTER`, `ELEMENT_ORDER`.
    Elements,
}

/// One field of a row.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

/// What stands in a field. All but the number follows from it, the same on every run.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// The row's number, as a number.
    Id,
    /// The row's number, as text.
    TextId,
    /// Always this JSON.
    Fixed(&'static str),
    /// One of these JSON texts.
    OneOf(&'static [&'static str]),
    /// A few words and the row's number; some with characters that PHP escapes.
    Title(&'static str),
    /// `12500.00`, as text.
    TextMoney,
    /// The same as a number.
    Money,
    /// The number of one of a hundred people, as text.
    TextUser,
    /// The same as a number.
    User,
    /// A moment of the years before, in the zone of the portal.
    Date,
    /// An address that only this row has.
    Email,
    /// An object with one member that is called by a number of its own.
    Property,
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

/// The parameter that says which kind of item is meant.
pub(super) const ENTITY_TYPE: &str = "entityTypeId";

/// The field by which products must be selected and filtered.
pub(super) const CATALOG: &str = "iblockId";

pub(super) const SHAPES: [Shape; 7] = [
    Shape {
        method: "catalog.product.list",
        family: Family::Controller,
        rows: Some("products"),
        names: Names::Lower,
        needs: &[],
        fields: &[
            field("id", Kind::Id),
            field(CATALOG, Kind::Fixed("23")),
            field("name", Kind::Title("Product")),
            field("active", Kind::OneOf(&[r#""Y""#, r#""Y""#, r#""N""#])),
            field("code", Kind::Fixed("null")),
            field("dateCreate", Kind::Date),
            field("createdBy", Kind::User),
            field("purchasingPrice", Kind::Money),
            field("quantity", Kind::OneOf(&["0", "10", "2.5", "null"])),
            field("measure", Kind::Fixed("5")),
        ],
        newest_first: false,
        always_id: false,
    },
    Shape {
        method: "crm.deal.list",
        family: Family::Classic,
        rows: None,
        names: Names::Upper,
        needs: &[],
        fields: &[
            field("ID", Kind::TextId),
            field("TITLE", Kind::Title("Deal")),
            field("TYPE_ID", Kind::OneOf(&[r#""SALE""#, r#""COMPLEX""#, r#""""#])),
            field("CATEGORY_ID", Kind::Fixed(r#""0""#)),
            field(
                "STAGE_ID",
                Kind::OneOf(&[r#""NEW""#, r#""PREPARATION""#, r#""WON""#]),
            ),
            field("OPPORTUNITY", Kind::TextMoney),
            field("CURRENCY_ID", Kind::Fixed(r#""EUR""#)),
            field("IS_MANUAL_OPPORTUNITY", Kind::OneOf(&[r#""Y""#, r#""N""#])),
            field("ASSIGNED_BY_ID", Kind::TextUser),
            field("CONTACT_ID", Kind::OneOf(&["null", r#""7""#, r#""0""#])),
            field("DATE_CREATE", Kind::Date),
        ],
        newest_first: false,
        always_id: true,
    },
    Shape {
        method: "crm.item.list",
        family: Family::Controller,
        rows: Some("items"),
        names: Names::Lower,
        needs: &[ENTITY_TYPE],
        fields: &[
            field("id", Kind::Id),
            field("title", Kind::Title("Item")),
            field(
                "stageId",
                Kind::OneOf(&[r#""NEW""#, r#""IN_PROCESS""#, r#""SUCCESS""#]),
            ),
            field("opportunity", Kind::Money),
            field("currencyId", Kind::Fixed(r#""EUR""#)),
            field("isManualOpportunity", Kind::OneOf(&[r#""Y""#, r#""N""#])),
            field("assignedById", Kind::User),
            field("contactId", Kind::OneOf(&["null", "7", "0"])),
            field("createdTime", Kind::Date),
        ],
        newest_first: false,
        always_id: true,
    },
    Shape {
        method: "lists.element.get",
        family: Family::Classic,
        rows: None,
        names: Names::Elements,
        needs: &["IBLOCK_TYPE_ID", "IBLOCK_ID"],
        fields: &[
            field("ID", Kind::TextId),
            field("NAME", Kind::Title("Element")),
            field("IBLOCK_SECTION_ID", Kind::Fixed("null")),
            field("CREATED_BY", Kind::TextUser),
            field("CODE", Kind::Fixed(r#""""#)),
            field("PROPERTY_951", Kind::Property),
        ],
        newest_first: false,
        always_id: true,
    },
    Shape {
        method: "sale.order.list",
        family: Family::Controller,
        rows: Some("orders"),
        names: Names::Lower,
        needs: &[],
        fields: &[
            field("id", Kind::Id),
            field("accountNumber", Kind::TextId),
            field("lid", Kind::Fixed(r#""s1""#)),
            field("price", Kind::Money),
            field("currency", Kind::Fixed(r#""EUR""#)),
            field("payed", Kind::OneOf(&[r#""Y""#, r#""N""#])),
            field("statusId", Kind::OneOf(&[r#""N""#, r#""P""#, r#""F""#])),
            field("responsibleId", Kind::User),
            field("comments", Kind::Fixed(r#""""#)),
            field("companyId", Kind::Fixed("null")),
            field("dateInsert", Kind::Date),
        ],
        newest_first: false,
        always_id: false,
    },
    Shape {
        method: "tasks.task.list",
        family: Family::Controller,
        rows: Some("tasks"),
        names: Names::Lower,
        needs: &[],
        fields: &[
            field("id", Kind::TextId),
            field("title", Kind::Title("Task")),
            field("status", Kind::OneOf(&[r#""2""#, r#""3""#, r#""5""#])),
            field("priority", Kind::OneOf(&[r#""0""#, r#""1""#, r#""2""#])),
            field("createdBy", Kind::Fixed(r#""1""#)),
            field("responsibleId", Kind::TextUser),
            field("createdDate", Kind::Date),
            field("deadline", Kind::Fixed("null")),
            field("group", Kind::Fixed("[]")),
        ],
        newest_first: true,
        always_id: true,
    },
    Shape {
        method: "user.get",
        family: Family::Exact,
        rows: None,
        names: Names::Users,
        needs: &[],
        fields: &[
            field("ID", Kind::TextId),
            field("ACTIVE", Kind::Fixed("true")),
            field(
                "NAME",
                Kind::OneOf(&[r#""Ada""#, r#""Иван""#, r#""D\u0027Arcy""#]),
            ),
            field("LAST_NAME", Kind::Title("Sandbox")),
            field("EMAIL", Kind::Email),
            field("DATE_REGISTER", Kind::Date),
            field("IS_ONLINE", Kind::OneOf(&[r#""Y""#, r#""N""#])),
            field("PERSONAL_BIRTHDAY", Kind::Fixed(r#""""#)),
            field("UF_DEPARTMENT", Kind::Fixed("[1]")),
            field("USER_TYPE", Kind::Fixed(r#""employee""#)),
        ],
        newest_first: false,
        always_id: true,
    },
];

/// Of a method that the sandbox does not know: a list of the database.
pub(super) const OTHER: Shape = Shape {
    method: "",
    family: Family::Classic,
    rows: None,
    names: Names::Upper,
    needs: &[],
    fields: &[
        field("ID", Kind::TextId),
        field("NAME", Kind::Title("Row")),
        field("DATE_CREATE", Kind::Date),
    ],
    newest_first: false,
    always_id: true,
};

/// Tasks of REST 3.
pub(super) const TASKS_3: &[Field] = &[
    field("id", Kind::Id),
    field("title", Kind::Title("Task")),
    field("description", Kind::Fixed(r#""""#)),
    field("creatorId", Kind::Fixed("1")),
    field("responsibleId", Kind::User),
    field("deadline", Kind::Fixed("null")),
    field("priority", Kind::OneOf(&[r#""average""#, r#""high""#])),
    field(
        "status",
        Kind::OneOf(&[r#""pending""#, r#""in_progress""#, r#""completed""#]),
    ),
    field("changed", Kind::Date),
];

/// The event log, which only REST 3 has.
pub(super) const EVENTS: &[Field] = &[
    field("id", Kind::Id),
    field("timestampX", Kind::Date),
    field("severity", Kind::OneOf(&[r#""SECURITY""#, r#""INFO""#])),
    field("auditTypeId", Kind::Fixed(r#""USER_AUTHORIZE""#)),
    field("moduleId", Kind::OneOf(&[r#""main""#, r#""rest""#])),
    field("userId", Kind::User),
    field("description", Kind::Title("Event")),
];
