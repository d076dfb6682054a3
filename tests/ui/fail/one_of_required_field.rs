use b24::b24_method;

#[b24_method("test.element.get", unlisted)]
struct ElementGet {
    #[b24(required, one_of = "iblock")]
    iblock_id: u64,
    #[b24(one_of = "iblock")]
    iblock_code: Option<String>,
}

fn main() {}
