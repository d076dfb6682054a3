use b24::b24_method;

struct User;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    users: Option<Vec<User>>,
}

fn main() {
    let _ = ChatAdd::new().validate();
}
