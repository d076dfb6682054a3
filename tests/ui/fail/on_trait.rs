use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
trait ChatAdd {
    fn title(&self) {}
}

impl ChatAdd for () {}

fn main() {
    ().title();
}
