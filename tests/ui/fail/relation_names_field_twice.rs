use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(requires = [size, size])]
    page: Option<u64>,
    size: Option<u64>,
}

fn main() {}
