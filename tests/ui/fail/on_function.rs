use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
fn chat_add(_title: &str) {}

#[b24_method("test.chat.add", unlisted)]
pub async fn later(_title: &str) {}

fn main() {
    chat_add("News");
    let _ = later("News");
}
