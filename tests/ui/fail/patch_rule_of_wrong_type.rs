use b24::{Patch, b24_method};

#[b24_method("test.user.update", unlisted)]
struct UserUpdate {
    #[b24(length = ..=50)]
    age: Patch<u8>,
}

fn main() {
    let _ = UserUpdate::new().age(30);
}
