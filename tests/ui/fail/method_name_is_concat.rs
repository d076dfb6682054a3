use b24::b24_method;

#[b24_method(concat!("imbot", ".chat.add"), returns = b24::Id)]
struct ChatAdd {
    title: Option<String>,
}

const NAME: &str = "im.chat.add";

#[b24_method(NAME)]
struct Constant {
    title: Option<String>,
}

fn main() {
    let _ = ChatAdd::new().title("News").validate();
    let _ = Constant::new().title(NAME).validate();
}
