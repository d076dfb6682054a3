use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(requires = ["size"])]
    page: Option<u64>,
    #[b24(conflicts = page)]
    size: Option<u64>,
}

fn main() {}
