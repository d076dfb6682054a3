use b24::b24_method;

struct ChatAdd;

#[b24_method("test.chat.add", unlisted)]
impl ChatAdd {
    fn title(&self) {}
}

fn main() {
    ChatAdd.title();
}
