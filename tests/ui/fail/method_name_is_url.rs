use b24::b24_method;

#[b24_method("https://example.bitrix24.com/rest/1/c0de/imbot.chat.add.json?TITLE=News")]
struct ChatAdd {
    title: Option<String>,
}

#[b24_method("https://example.bitrix24.com/rest/1/c0de/")]
struct Portal {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
    let _ = Portal::new().title("News").validate();
}
