use b24::b24_method;

struct Chat;

#[b24_method("test.chat.get", unlisted, returns = Chat)]
struct ChatGet {
    entity_id: Option<String>,
}

fn main() {
    let client = b24::Client::from_env().unwrap();
    let _: Chat = ChatGet::new().entity_id("7").call(&client).unwrap().result;
}
