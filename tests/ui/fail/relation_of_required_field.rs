use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(required, conflicts = [iblock_code])]
    iblock_id: u64,
    iblock_code: Option<String>,
    #[b24(required, requires = [page])]
    element_id: u64,
    page: Option<u64>,
}

fn main() {}
