use b24::b24_method;

#[b24_method("lists.element.get")]
struct ElementGet {
    #[b24(required)]
    iblock_type_id: String,
    iblock_id: Option<u64>,
    iblock_code: Option<String>,
}

fn main() {}
