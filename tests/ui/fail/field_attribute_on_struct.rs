use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
#[b24(rename_all = "camelCase")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
}
