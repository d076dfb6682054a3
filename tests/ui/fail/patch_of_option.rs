use b24::{Patch, b24_method};

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    name: Patch<Option<String>>,
}

fn main() {
    let _ = UserUpdate::new().name(Patch::Clear);
}
