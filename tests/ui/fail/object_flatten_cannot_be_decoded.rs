use b24::b24_object;

#[b24_object(result)]
struct Deal {
    #[b24(flatten)]
    custom: Vec<String>,
}

fn main() {
    let _ = |deal: Deal| deal.custom;
}
