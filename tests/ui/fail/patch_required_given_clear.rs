use b24::{Patch, b24_method};

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    #[b24(required)]
    name: Patch<String>,
}

fn main() {
    let _ = UserUpdate::new(Patch::Clear);
}
