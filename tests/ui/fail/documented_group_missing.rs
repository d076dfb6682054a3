use b24::b24_method;

#[b24_method("lists.element.get")]
struct ElementGet {
    #[b24(required)]
    iblock_type_id: String,
}

fn main() {}
