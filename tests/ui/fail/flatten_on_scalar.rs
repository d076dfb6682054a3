use b24::b24_method;

#[b24_method("crm.deal.add")]
struct DealAdd {
    #[b24(flatten)]
    custom: String,
}

fn main() {}
