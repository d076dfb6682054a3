use b24::b24_method;

#[b24_method("lists.element.get")]
struct ElementGet {
    #[b24(requires = [page])]
    page: Option<u64>,
}

fn main() {}
