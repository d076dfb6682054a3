use b24::b24_method;

#[b24_method("test.chat.get", unlisted)]
struct ChatGet {
    #[b24(required = false)]
    entity_type: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_type("ORDER").validate();
}
