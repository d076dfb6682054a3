use b24::b24_method;

#[b24_method("im.caht.add")]
struct ChatAdd {
    title: Option<String>,
}

fn main() {}
