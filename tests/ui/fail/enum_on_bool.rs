use b24::b24_method;

#[b24_method("test.register", unlisted)]
struct Register {
    #[b24(enum = ["Y", "N"])]
    openline: Option<bool>,
}

fn main() {
    let _ = Register::new().openline(true).validate();
}
