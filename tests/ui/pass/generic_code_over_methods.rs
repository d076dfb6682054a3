//! What is generated is an ordinary trait: generic code may ask for it.

use b24::{Client, ErrorCode, Method, Response, b24_method};

#[b24_method("test.chat.add", unlisted, returns = b24::Id, errors(BOT_ID_ERROR))]
struct ChatAdd {
    #[b24(required)]
    title: String,
}

fn send<M: Method>(client: &Client, method: &M) -> Result<Response<M::Output>, b24::Error> {
    client.call(method)
}

fn describe<M: Method>(method: &M) -> (&'static str, usize, M::Code) {
    (M::NAME, method.parameters().len(), M::Code::from_code("BOT_ID_ERROR"))
}

fn main() {
    let (name, parameters, code) = describe(&ChatAdd::new("News"));
    assert_eq!((name, parameters, code), ("test.chat.add", 1, ChatAddCode::BotIdError));
    let _ = send::<ChatAdd>;
}
