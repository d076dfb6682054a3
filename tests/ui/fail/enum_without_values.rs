use b24::{b24_enum, b24_method};

#[b24_enum]
enum Color {}

#[b24_enum]
enum Open {
    #[b24(other)]
    Other(String),
}

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(enum = ["RED"])]
    color: Option<Color>,
    open: Option<Open>,
}

fn main() {
    let _ = ChatAdd::new().color(None).open(Open::Other("x".to_owned()));
}
