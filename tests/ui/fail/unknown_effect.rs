use b24::b24_method;

#[b24_method("imbot.chat.get", effect = reads)]
struct Misspelt;

#[b24_method("imbot.chat.get", effect = "read")]
struct Quoted;

fn main() {
    let _ = (Misspelt::new(), Quoted::new());
}
