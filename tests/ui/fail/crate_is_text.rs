use b24::b24_method;

#[b24_method("test.chat.get", unlisted, crate = "my_b24")]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_id("7").validate();
}
