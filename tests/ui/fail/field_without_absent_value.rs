use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    title: String,
    users: Vec<u64>,
}

fn main() {
    let _ = ChatAdd::new().title("News").users([1271]).validate();
}
