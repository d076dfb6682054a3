use b24::b24_method;

struct Cache;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(skip)]
    cache: Cache,
}

fn main() {
    let _ = ChatAdd::new().cache(Cache).validate();
}
