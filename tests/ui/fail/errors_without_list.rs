use b24::b24_method;

#[b24_method("test.chat.add", unlisted, errors = [BOT_ID_ERROR])]
struct Equals {
    title: Option<String>,
}

#[b24_method("test.chat.add", unlisted, errors)]
struct Alone {
    title: Option<String>,
}

fn main() {
    let _ = Equals::new().title("News").validate();
    let _ = Alone::new().title("News").validate();
}
