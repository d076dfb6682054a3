use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(items = 1..=2, default = [1, 2, 3])]
    users: Option<Vec<u64>>,
    #[b24(items = 1.., default = [])]
    guests: Option<Vec<u64>>,
}

fn main() {
    let _ = ChatAdd::new().users([1]).guests([2]).validate();
}
