use b24::b24_method;

#[b24_method("imbot.chat.get")]
#[derive(Debug, serde::Serialize)]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_id("7").validate();
}
