use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(kind = text, kind = integer)]
    title: Option<String>,
}

fn main() {}
