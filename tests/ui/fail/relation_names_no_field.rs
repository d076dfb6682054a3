use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    iblock_id: Option<u64>,
    #[b24(conflicts = [iblok_id])]
    iblock_code: Option<String>,
    #[b24(requires = [total])]
    page: Option<u64>,
}

fn main() {}
