//! Patches of borrowed values, of parameters' types, of a user's own types.

use std::borrow::Cow;

use b24::{Clearable, Patch, Scalar, b24_enum, b24_method};
use serde::Serialize;

#[b24_enum]
#[derive(Debug, Clone, Copy)]
enum Gender {
    #[b24("M")]
    Male,
    #[b24("F")]
    Female,
}

#[derive(Debug, Clone, Serialize)]
struct Phone(String);

impl Scalar for Phone {}

#[b24_method("test.user.update", unlisted)]
#[derive(Debug, Clone)]
struct UserUpdate<'a, T: Clearable + Scalar> {
    #[b24(required)]
    id: u64,
    name: Patch<&'a str>,
    last_name: Patch<Cow<'a, str>>,
    #[b24(enum = ["M", "F"])]
    personal_gender: Patch<Gender>,
    personal_phone: Patch<Phone>,
    #[b24(items = ..=5)]
    uf_department: Patch<Vec<u64>>,
    #[b24(default = Patch::Clear)]
    work_position: Patch<String>,
    uf_custom: Patch<T>,
}

fn main() {
    let name = String::from("Ann");
    let user = UserUpdate::<u64>::new(5_u64)
        .name(name.as_str())
        .last_name("Lee")
        .personal_gender(Gender::Female)
        .personal_phone(Phone("112".into()))
        .uf_department([1])
        .work_position(Patch::Keep)
        .uf_custom(7);
    assert_eq!(
        serde_json::to_string(&user).unwrap(),
        r#"{"ID":5,"NAME":"Ann","LAST_NAME":"Lee","PERSONAL_GENDER":"F","PERSONAL_PHONE":"112","UF_DEPARTMENT":[1],"UF_CUSTOM":7}"#
    );
    // An `Option` is told what its `None` means.
    let position: Option<String> = None;
    let user = user
        .personal_gender(Gender::Male)
        .name(Patch::Clear)
        .last_name(Patch::Clear)
        .personal_phone(Patch::Clear)
        .uf_department(None.map_or(Patch::Clear, Patch::Set))
        .work_position(position.map_or(Patch::Keep, Patch::Set))
        .uf_custom(None.map_or(Patch::Clear, Patch::Set));
    assert_eq!(user.validate(), Ok(()));
    assert_eq!(
        serde_json::to_string(&user).unwrap(),
        r#"{"ID":5,"NAME":"","LAST_NAME":"","PERSONAL_GENDER":"M","PERSONAL_PHONE":"","UF_DEPARTMENT":[],"UF_CUSTOM":""}"#
    );
    assert_eq!(
        serde_json::to_string(&UserUpdate::<String>::new(5_u64)).unwrap(),
        r#"{"ID":5,"WORK_POSITION":""}"#
    );
}
