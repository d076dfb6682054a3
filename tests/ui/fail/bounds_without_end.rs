use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(range = ..)]
    limit: Option<u64>,
    #[b24(length = 1..=)]
    title: Option<String>,
    #[b24(items = ..=)]
    users: Option<Vec<u64>>,
}

fn main() {
    let _ = ChatAdd::new().limit(10).title("News").users([1271]).validate();
}
