use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(required)]
    iblock_id: u64,
    #[b24(requires = [iblock_id])]
    page: Option<u64>,
    #[b24(conflicts = [iblock_id])]
    iblock_code: Option<String>,
}

fn main() {}
