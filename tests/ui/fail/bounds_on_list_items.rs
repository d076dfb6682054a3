use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(length = 1..=20)]
    users: Option<Vec<u64>>,
}

fn main() {
    let _ = ChatAdd::new().users([1271]).validate();
}
