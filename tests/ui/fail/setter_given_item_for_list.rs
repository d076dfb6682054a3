use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    users: Option<Vec<u64>>,
}

fn main() {
    let user: u64 = 1271;
    let _ = ChatAdd::new().users(user);
}
