//! A method without parameters, in each of the forms of such a struct.

use b24::b24_method;

#[b24_method("user.current", effect = read, default)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UserCurrent;

#[b24_method("server.time")]
struct ServerTime {}

fn main() {
    assert_eq!(UserCurrent::new(), UserCurrent::default());
    assert_eq!(serde_json::to_string(&UserCurrent).unwrap(), "{}");
    assert_eq!(ServerTime::new().validate(), Ok(()));
}
