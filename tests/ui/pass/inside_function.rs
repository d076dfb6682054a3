//! A struct that a function declares, among names of its own.

fn main() {
    use b24::{b24_method, b24_object};

    #[b24_object(result)]
    #[derive(Debug, Clone, PartialEq)]
    struct Chat {
        id: u64,
    }

    const MOST: u64 = 5;

    #[b24_method("test.chat.get", unlisted, returns = Chat, errors(WRONG_REQUEST))]
    #[derive(Debug, Clone)]
    struct ChatGet {
        #[b24(default = MOST)]
        most: u64,
        #[b24(default = default_title())]
        title: Option<String>,
    }

    fn default_title() -> &'static str {
        "News"
    }

    let call = ChatGet::new();
    assert_eq!(call.most, MOST);
    assert_eq!(call.title.as_deref(), Some("News"));
    let _ = |client: &b24::Client| call.call(client).map(|answer| answer.result.id);
    let _ = ChatGetCode::WrongRequest;
}
