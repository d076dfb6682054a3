//! The crate under another name, and objects that a macro of the user's declares.

mod sdk {
    pub use ::b24 as api;
}

#[sdk::api::b24_object(crate = sdk::api)]
#[derive(Debug, Clone, PartialEq)]
struct Phone {
    #[b24(required)]
    value: String,
}

#[sdk::api::b24_object(tag = "TYPE", crate = crate::sdk::api)]
#[derive(Debug, Clone, PartialEq)]
enum Contact {
    Phone(Phone),
    #[b24(other)]
    Other(serde_json::Map<String, serde_json::Value>),
}

macro_rules! objects {
    ($($(#[$attribute:meta])* $vis:vis $name:ident $option:ident {
        $($field:ident: $ty:ty = $wire:literal),* $(,)?
    })*) => {
        $(
            #[b24::b24_object($option)]
            $(#[$attribute])*
            $vis struct $name {
                $(#[b24(rename = $wire)] $field: $ty,)*
                // From the macro itself.
                own: Option<u64>,
            }
        )*
    };
}

objects! {
    pub Deal parameter { title: Option<String> = "Title" }
    /// Documented here.
    #[derive(Debug)]
    Found result { id: u64 = "id" }
}

macro_rules! either {
    ($name:ident $tag:literal $($variant:ident($ty:ty) = $value:literal),*) => {
        #[b24::b24_object(tag = $tag)]
        #[derive(Debug)]
        enum $name {
            $(#[b24($value)] $variant($ty),)*
            Nothing,
        }
    };
}

either!(Either "KIND" One(Phone) = "one", Two(Option<Phone>) = "two");

fn main() {
    let contact = Contact::Phone(Phone::new("+49"));
    let text = serde_json::to_string(&contact).unwrap();
    assert_eq!(text, r#"{"TYPE":"PHONE","VALUE":"+49"}"#);
    assert_eq!(serde_json::from_str::<Contact>(&text).unwrap(), contact);
    let text = serde_json::to_string(&Deal::new().title("Boat").own(1)).unwrap();
    assert_eq!(text, r#"{"Title":"Boat","OWN":1}"#);
    let found: Found = serde_json::from_str(r#"{"id":"3"}"#).unwrap();
    assert_eq!((found.id, found.own), (3, None));
    let nothing = serde_json::to_string(&Either::Nothing).unwrap();
    assert_eq!(nothing, r#"{"KIND":"NOTHING"}"#);
    let two: Either = serde_json::from_str(r#"{"KIND":"two"}"#).unwrap();
    assert!(matches!(two, Either::Two(None)), "{two:?} {:?}", Either::One(Phone::new("1")));
}
