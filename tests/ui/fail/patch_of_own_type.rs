use b24::{Patch, b24_method};

#[derive(serde::Serialize)]
struct Photo(String);

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    photo: Patch<Photo>,
}

fn main() {
    let _ = UserUpdate::new().photo(Patch::Clear);
}
