use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(kind = integer | yes_no)]
    opened: Option<u64>,
    #[b24(kind = text | text)]
    title: Option<String>,
    #[b24(kind = integer | text)]
    assigned: Option<bool>,
}

fn main() {}
