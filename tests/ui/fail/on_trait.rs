use b24::b24_method;

#[b24_method("imbot.chat.add")]
trait ChatAdd {
    fn title(&self) {}
}

impl ChatAdd for () {}

fn main() {
    ().title();
}
