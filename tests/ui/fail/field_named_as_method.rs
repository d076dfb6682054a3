use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    new: Option<bool>,
    validate: Option<bool>,
    #[b24(rename = "CALL")]
    call: Option<u64>,
    #[b24(skip)]
    title: Option<String>,
}

#[b24_method("test.chat.get", unlisted)]
struct ChatGet {
    #[b24(skip)]
    call: Option<u64>,
}

fn main() {
    let _ = ChatAdd::new().title(None).validate();
    let _ = ChatGet::new().validate();
}
