use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(skip, rename = "TITLE")]
    title: Option<String>,
    #[b24(required)]
    #[b24(skip)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title(None).color(None).validate();
}
