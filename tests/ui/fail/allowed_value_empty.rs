use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["OPEN", "", "CHAT"])]
    r#type: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().r#type("OPEN").validate();
}
