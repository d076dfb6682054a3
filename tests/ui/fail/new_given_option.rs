use b24::b24_method;

#[b24_method("test.register", unlisted)]
struct Register {
    #[b24(required)]
    code: Option<String>,
}

fn main() {
    let code: Option<String> = std::env::args().next();
    let _ = Register::new(code);
}
