use b24::{b24_method, b24_object};

#[b24_object(result)]
struct Deal {
    title: Option<String>,
}

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(required)]
    fields: Deal,
}

fn main() {
    let _ = |deal: Deal| deal.title;
}
