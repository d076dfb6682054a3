use b24::b24_method;

#[b24_method("test.chat.get", unlisted, returns = "b24::Id", effect = read)]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_id("7").validate();
}
