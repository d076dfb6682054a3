use b24::b24_method;

#[b24_method("test.chat.add" returns = b24::Id effect = write, unlisted)]
struct ChatAdd {
    #[b24(required rename = "TITLE")]
    title: Option<String>,
    #[b24(enum = ["OPEN" "CHAT"])]
    r#type: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("News").r#type("OPEN").validate();
}
