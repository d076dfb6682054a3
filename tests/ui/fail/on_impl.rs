use b24::b24_method;

struct ChatAdd;

#[b24_method("imbot.chat.add")]
impl ChatAdd {
    fn title(&self) {}
}

fn main() {
    ChatAdd.title();
}
