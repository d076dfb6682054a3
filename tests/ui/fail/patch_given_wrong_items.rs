use b24::{Patch, b24_method};

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    departments: Patch<Vec<u64>>,
}

fn main() {
    let _ = UserUpdate::new().departments(["1"]);
}
