use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd<T> {
    title: Option<T>,
}

struct Unsendable;

fn main() {
    let client = b24::Client::from_env().unwrap();
    let _ = client.call(&ChatAdd { title: Some(String::from("News")) });
    let _ = client.call(&ChatAdd { title: Some(Unsendable) });
}
