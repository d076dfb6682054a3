use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(items = 3..3)]
    users: Option<Vec<u64>>,
}

fn main() {
    let _ = ChatAdd::new().users([1271]).validate();
}
