#![deny(deprecated)]

use b24::b24_method;

#[b24_method("user.get")]
struct UserGet {
    #[b24(kind = any)]
    admin_mode: Option<bool>,
}

fn main() {}
