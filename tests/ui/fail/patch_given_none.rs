use b24::{Patch, b24_method};

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    name: Patch<String>,
}

fn main() {
    let _ = UserUpdate::new().name(None);
}
