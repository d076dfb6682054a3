use b24::b24_method;

#[b24_method("crm.deal.add")]
struct DealAdd {
    #[b24(kind = text, kind = integer)]
    title: Option<String>,
}

fn main() {}
