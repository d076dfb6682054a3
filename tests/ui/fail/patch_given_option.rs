use b24::{Patch, b24_method};

#[b24_method("user.update")]
struct UserUpdate {
    name: Patch<String>,
}

fn main() {
    let name: Option<String> = std::env::args().next();
    let _ = UserUpdate::new().name(name);
}
