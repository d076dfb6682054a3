use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    users: Option<Vec<u64>>,
}

fn main() {
    let _ = ChatAdd::new().users(["1271"]);
}
