use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = [10, 20, 100], range = 1..=50)]
    limit: Option<u64>,
    #[b24(enum = ["RED", "LIGHT_BLUE"], length = ..=5)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().limit(10).color("RED").validate();
}
