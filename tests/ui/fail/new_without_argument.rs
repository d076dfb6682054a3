use b24::b24_method;

#[b24_method("test.register", unlisted)]
struct Register {
    #[b24(required)]
    code: String,
    #[b24(required)]
    event_handler: Option<String>,
}

fn main() {
    let _ = Register::new("example");
    let _ = Register::new();
}
