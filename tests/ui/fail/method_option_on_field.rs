use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(rename_all = "camelCase")]
    title: Option<String>,
    #[b24(returns = b24::Id)]
    color: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").color("RED").validate();
}
