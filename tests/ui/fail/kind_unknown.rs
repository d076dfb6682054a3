use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd {
    #[b24(kind = user)]
    owner: Option<u64>,
    #[b24(kind = list<crm_company>)]
    companies: Option<Vec<u64>>,
}

fn main() {}
