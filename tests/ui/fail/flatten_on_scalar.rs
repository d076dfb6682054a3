use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(flatten)]
    custom: String,
}

fn main() {}
