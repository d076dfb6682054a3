//! Lists of the portal: elements, users, departments.

use std::collections::BTreeMap;

use b24::{Filter, Id, Select, b24_enum, b24_method, b24_object};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::proof::{prove, prove_built};

#[b24_method("lists.element.get", returns = Vec<Element>)]
struct ElementGet {
    #[b24(required, enum = ["lists", "bitrix_processes", "lists_socnet"])]
    iblock_type_id: String,
    #[b24(one_of = "iblock")]
    iblock_id: Option<u64>,
    #[b24(one_of = "iblock")]
    iblock_code: Option<String>,
    #[b24(conflicts = [element_code])]
    element_id: Option<u64>,
    element_code: Option<String>,
    select: Option<Select>,
    filter: Option<Filter>,
    element_order: Option<BTreeMap<String, String>>,
    start: Option<i64>,
}

#[b24_object(result)]
struct Element {
    id: Id,
    name: String,
    iblock_section_id: Option<Id>,
    created_by: Option<Id>,
    code: Option<String>,
    #[b24(flatten)]
    properties: BTreeMap<String, BTreeMap<String, String>>,
}

#[test]
fn lists_element_get() {
    let path = "lists/elements/lists-element-get";
    let build = |body: &Value| {
        let (filter, id) = (&body["FILTER"], |name: &str| body[name].as_u64().unwrap());
        let select = body["SELECT"].as_array().unwrap().iter();
        ElementGet::new("lists")
            .iblock_id(id("IBLOCK_ID"))
            .element_id(id("ELEMENT_ID"))
            .select(select.map(|name| name.as_str().unwrap()))
            .filter(
                Filter::new()
                    .is("NAME", &filter["NAME"])
                    .at_most("DATE_CREATE", &filter["<=DATE_CREATE"])
                    .at_least("DATE_CREATE", &filter[">=DATE_CREATE"]),
            )
            .element_order([("NAME", "asc")])
            .start(0_i64)
    };
    prove_built(path, build, |elements, shown| {
        let [element] = elements.as_slice() else {
            panic!("{} elements", elements.len());
        };
        let shown = &shown[0];
        assert_eq!(
            (&shown["ID"], &shown["NAME"]),
            (&element.id.to_string().into(), &element.name.as_str().into())
        );
        assert_eq!(element.iblock_section_id, None);
        assert_eq!(shown["CREATED_BY"], element.created_by.unwrap().to_string());
        assert_eq!(element.code.as_deref(), shown["CODE"].as_str());
        assert_eq!(json!(element.properties["PROPERTY_951"]), shown["PROPERTY_951"]);
    });
}

#[test]
fn an_element_needs_its_block() {
    let error = ElementGet::new("lists").validate().unwrap_err().to_string();
    assert!(
        error.contains("one of `IBLOCK_ID`, `IBLOCK_CODE` is required"),
        "{error}"
    );
    assert!(ElementGet::new("lists").iblock_code("goods").validate().is_ok());
}

#[b24_enum(rename_all = "lowercase")]
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sorted {
    Asc,
    Desc,
}

/// The portal takes names in any case; these are those of the examples.
#[b24_method("user.get", returns = Vec<User>)]
struct UserGet {
    #[b24(rename = "SORT")]
    sort: Option<String>,
    #[b24(rename = "ORDER")]
    order: Option<Sorted>,
    #[b24(rename = "filter")]
    filter: Option<Filter>,
    uf_department: Option<u64>,
    admin_mode: Option<bool>,
    select: Option<Select>,
    #[b24(enum = ["small", "medium", "large"])]
    image_resize: Option<String>,
    #[b24(range = -1..)]
    start: Option<i64>,
}

#[b24_object(result)]
struct User {
    id: Id,
    active: bool,
    name: String,
    second_name: Option<String>,
    is_online: bool,
    uf_department: Vec<Id>,
    /// A date that PHP could not write.
    timestamp_x: BTreeMap<String, Value>,
    personal_birthday: Option<String>,
}

#[test]
fn user_get() {
    let build = |body: &Value| {
        let filter = &body["filter"];
        let get = UserGet::new();
        match filter
            .as_object()
            .and_then(|filter| filter.keys().next())
            .map(String::as_str)
        {
            Some("NAME") => get.filter(Filter::new().is("NAME", &filter["NAME"])),
            Some("!%LAST_NAME") => {
                get.filter(Filter::new().not_contains("LAST_NAME", &filter["!%LAST_NAME"]))
            }
            Some("@PERSONAL_CITY") => {
                let cities = filter["@PERSONAL_CITY"].as_array().unwrap();
                get.filter(Filter::new().one_of("PERSONAL_CITY", cities))
            }
            _ => get
                .uf_department(1_u64)
                .sort("ID")
                .order(Sorted::Asc)
                .start(10_i64),
        }
    };
    prove_built("user/user-get", build, |users, shown| {
        assert_eq!(users.len(), 2);
        for (user, shown) in users.iter().zip(shown.as_array().unwrap()) {
            assert_eq!(
                (&shown["ID"], &shown["NAME"]),
                (&user.id.to_string().into(), &user.name.as_str().into())
            );
            assert_eq!(shown["IS_ONLINE"] == "Y", user.is_online);
            assert!(user.active && user.second_name.is_none() && user.timestamp_x.is_empty());
            assert_eq!(user.uf_department, [Id::from(1)]);
            let birthday = shown["PERSONAL_BIRTHDAY"]
                .as_str()
                .filter(|text| !text.is_empty());
            assert_eq!(user.personal_birthday.as_deref(), birthday);
        }
    });
}

/// `sort` is the order, `SORT` a value to look for.
#[b24_method("department.get", returns = Vec<Department>)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DepartmentGet {
    #[b24(rename = "sort", enum = ["ID", "NAME", "SORT", "PARENT", "UF_HEAD"])]
    #[serde(rename = "sort")]
    sort_by: Option<String>,
    #[b24(enum = ["ASC", "DESC"])]
    order: Option<String>,
    #[serde(rename = "ID")]
    id: Option<u64>,
    #[serde(rename = "NAME")]
    name: Option<String>,
    #[b24(rename = "SORT")]
    #[serde(rename = "SORT")]
    sort: Option<u64>,
    #[serde(rename = "PARENT")]
    parent: Option<u64>,
    #[serde(rename = "UF_HEAD")]
    uf_head: Option<u64>,
    #[serde(rename = "START")]
    start: Option<u64>,
}

#[b24_object(result)]
struct Department {
    id: Id,
    name: String,
    sort: u64,
    parent: Option<Id>,
}

#[test]
fn department_get() {
    prove::<DepartmentGet>("departments/department-get", |departments, shown| {
        let shown = shown.as_array().unwrap();
        assert_eq!(departments.len(), shown.len());
        for (department, shown) in departments.iter().zip(shown) {
            assert_eq!(shown["ID"], department.id.to_string());
            assert_eq!(shown["NAME"], department.name);
            assert_eq!(shown["SORT"], department.sort);
            assert_eq!(shown["PARENT"], department.parent.unwrap().to_string());
        }
    });
    let both = DepartmentGet::new().sort_by("NAME").sort(500_u64);
    assert_eq!(
        serde_json::to_string(&both).unwrap(),
        r#"{"sort":"NAME","SORT":500}"#
    );
}
