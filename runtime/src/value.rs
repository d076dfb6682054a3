//! Value types of the Bitrix24 API.

mod base64;
mod id;
mod json;
mod yes_no;

pub use self::base64::{Base64, InvalidBase64};
pub use id::{Id, InvalidId};
pub use json::Json;
pub use yes_no::YesNo;

pub(crate) use self::base64::{NAME as BASE64, decoded_length};
