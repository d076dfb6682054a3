use b24::b24_method;

#[b24_method("imbot. chat.add ")]
struct ChatAdd {
    title: Option<String>,
}

#[b24_method(" ")]
struct Blank;

fn main() {
    let _ = ChatAdd::new().title("News").validate();
    let _ = Blank::new().validate();
}
