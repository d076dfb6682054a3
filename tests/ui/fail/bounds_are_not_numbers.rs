use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(range = 50)]
    limit: Option<u64>,
    #[b24(length = "1..=255")]
    title: Option<String>,
    #[b24(items = 1..=MOST)]
    users: Option<Vec<u64>>,
    #[b24(range = 1u64..=5)]
    bot_id: Option<u64>,
}

fn main() {
    let _ = ChatAdd::new().limit(10).title("News").users([1271]).bot_id(39).validate();
}
