use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd(Option<String>, #[b24(required)] u64);

fn main() {
    let _ = ChatAdd(None, 39);
}
