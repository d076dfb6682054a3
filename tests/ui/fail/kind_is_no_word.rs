use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(kind = "text")]
    title: Option<String>,
    #[b24(kind)]
    stage_id: Option<String>,
    #[b24(kind = 5)]
    category_id: Option<u64>,
    #[b24(kind = list<integer)]
    contact_ids: Option<Vec<u64>>,
    #[b24(kind = integer<text>)]
    company_id: Option<u64>,
    #[b24(kind = text |, required)]
    comments: String,
}

fn main() {
    let _ = DealAdd::new("").title("News").stage_id("NEW").category_id(1).contact_ids([1]).company_id(2);
}
