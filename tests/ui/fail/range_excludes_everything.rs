use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(range = 50..=1)]
    limit: Option<u64>,
    #[b24(range = 1..1)]
    start: Option<u64>,
    #[b24(range = 0.5..0.5)]
    share: Option<f64>,
}

fn main() {
    let _ = ChatAdd::new().limit(10).start(1).share(0.5).validate();
}
