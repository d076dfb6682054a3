use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(skip)]
    attempts: u32,
    #[b24(requires = [attempts])]
    page: Option<u64>,
}

fn main() {}
