use b24::b24_object;

#[b24_object(result)]
struct Deal {
    id: u64,
    #[b24(rename = "ID")]
    deal_id: u64,
}

fn main() {
    let _ = |deal: Deal| deal.id + deal.deal_id;
}
