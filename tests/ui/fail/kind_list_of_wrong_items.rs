use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(kind = list<integer>)]
    users: Option<Vec<String>>,
    #[b24(kind = list<date>)]
    user: Option<u64>,
    #[b24(kind = list<any>)]
    owner: Option<u64>,
    #[b24(kind = list<list<text>>)]
    keyboard: Option<Vec<String>>,
}

fn main() {}
