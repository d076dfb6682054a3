use b24::b24_method;

#[b24_method("test.chat.get", unlisted)]
#[derive(Debug, serde::Serialize)]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let _ = ChatGet::new().entity_id("7").validate();
}
