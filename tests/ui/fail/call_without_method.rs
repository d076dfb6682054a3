use b24::Client;

struct ChatAdd {
    #[allow(dead_code)]
    title: Option<String>,
}

fn main() {
    let client = Client::from_env().unwrap();
    let chat = ChatAdd { title: None };
    let _ = client.call(&chat);
    let _ = client.call("imbot.chat.add");
}
