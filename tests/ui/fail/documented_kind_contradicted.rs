use b24::b24_method;

#[b24_method("im.chat.add")]
struct ChatAdd {
    #[b24(kind = integer)]
    entity_id: Option<u64>,
}

fn main() {}
