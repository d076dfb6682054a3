use b24::b24_method;

#[b24_method("imbot.chat:add")]
struct Colon;

#[b24_method("imbot.сhat.add")] // the first letter of `сhat` is Cyrillic
struct Cyrillic;

#[b24_method("imbot..add")]
struct Dots;

fn main() {
    let _ = (Colon::new(), Cyrillic::new(), Dots::new());
}
