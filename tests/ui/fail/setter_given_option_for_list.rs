use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    users: Option<Vec<u64>>,
}

fn main() {
    let user: Option<u64> = None;
    let _ = ChatAdd::new().users(user);
}
