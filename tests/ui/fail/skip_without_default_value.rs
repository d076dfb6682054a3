use b24::b24_method;

struct Cache;

#[b24_method("imbot.chat.add")]
struct ChatAdd {
    #[b24(skip)]
    cache: Cache,
}

fn main() {
    let _ = ChatAdd::new().cache(Cache).validate();
}
