use b24::b24_method;

#[b24_method("lists.element.get")]
struct ElementGet {
    #[b24(required)]
    iblock_type_id: String,
    #[b24(one_of = "iblock")]
    iblock_id: Option<u64>,
    #[b24(one_of = "iblock")]
    element_id: Option<u64>,
}

fn main() {}
