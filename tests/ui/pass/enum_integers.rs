//! An enum of integers, with discriminants of its own, and one that is open.

use b24::{b24_enum, b24_method};

#[b24_enum]
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
enum OwnerType {
    #[b24(1)]
    Lead = 10,
    #[b24(-2)]
    Deal,
    #[b24(9223372036854775807)]
    Last,
}

#[b24_enum]
#[derive(Debug, Clone, PartialEq)]
enum Open {
    #[b24(5)]
    Five,
    #[b24(other)]
    Else(i64),
}

#[b24_method("test.activity.list", unlisted)]
struct ActivityList {
    #[b24(required, enum = [1, -2])]
    owner_type_id: OwnerType,
    open: Option<Open>,
}

fn main() {
    assert_eq!(OwnerType::VALUES, ["1", "-2", "9223372036854775807"]);
    assert_eq!(OwnerType::Deal as u8, 11);
    assert!(ActivityList::new(OwnerType::Deal).open(Open::Else(7)).validate().is_ok());
    assert_eq!("6".parse(), Ok(Open::Else(6)));
    assert_eq!("05".parse(), Ok(Open::Five));
    assert!("x".parse::<Open>().is_err());
}
