use b24::{Patch, b24_method};

#[b24_method("user.update")]
struct UserUpdate {
    name: Patch<String>,
}

fn main() {
    let _ = UserUpdate::new().name(5);
}
