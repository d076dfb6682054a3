use b24::b24_method;

#[b24_method("test.chat.add", unlisted, retruns = b24::Id)]
struct Misspelt {
    title: Option<String>,
}

#[b24_method("test.chat.add", unlisted, timeout = 5)]
struct Unheard {
    title: Option<String>,
}

fn main() {
    let _ = Misspelt::new().title("News").validate();
    let _ = Unheard::new().title("News").validate();
}
