use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(range = 1..=50, default = 51)]
    limit: Option<u64>,
    #[b24(range = -1.0..0.5, default = 0.5)]
    share: Option<f64>,
}

fn main() {
    let _ = ChatAdd::new().limit(10).share(0.25).validate();
}
