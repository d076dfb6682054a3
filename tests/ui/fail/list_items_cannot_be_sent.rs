use b24::b24_method;

struct User;

#[b24_method("imbot.chat.add")]
struct ChatAdd {
    users: Option<Vec<User>>,
}

fn main() {
    let _ = ChatAdd::new().validate();
}
