use b24::b24_method;

#[b24_method("imbot.chat.add" returns = b24::Id effect = write)]
struct ChatAdd {
    #[b24(required rename = "TITLE")]
    title: Option<String>,
    #[b24(enum = ["OPEN" "CHAT"])]
    r#type: Option<String>,
}

fn main() {
    let _ = ChatAdd::new("News").r#type("OPEN").validate();
}
