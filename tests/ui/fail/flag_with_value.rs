use b24::b24_method;

#[b24_method("test.chat.add", unlisted, default = true)]
struct ChatAdd {
    #[b24(skip = true)]
    title: Option<String>,
    #[b24(secret("yes"))]
    client_id: Option<String>,
}

#[b24_method("test.chat.get", unlisted)]
struct ChatGet {
    #[b24(secret = false)]
    entity_type: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title(None).client_id("secret").validate();
    let _ = ChatGet::new().entity_type("ORDER").validate();
}
