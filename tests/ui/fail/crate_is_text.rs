use b24::b24_method;

#[b24_method("imbot.chat.get", crate = "my_b24")]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_id("7").validate();
}
