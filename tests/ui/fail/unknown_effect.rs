use b24::b24_method;

#[b24_method("test.chat.get", unlisted, effect = reads)]
struct Misspelt;

#[b24_method("test.chat.get", unlisted, effect = "read")]
struct Quoted;

fn main() {
    let _ = (Misspelt::new(), Quoted::new());
}
