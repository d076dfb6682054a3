use b24::b24_method;

#[b24_method("test.register", unlisted)]
struct Register {
    #[b24(required)]
    code: String,
}

fn main() {
    let _ = Register::new(39);
}
