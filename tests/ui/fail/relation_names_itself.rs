use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(requires = [page])]
    page: Option<u64>,
}

fn main() {}
