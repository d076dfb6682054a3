use b24::{b24_method, b24_object};

#[b24_object]
struct Requisites {
    #[b24(required)]
    inn: String,
}

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(flatten)]
    requisites: Requisites,
}

#[b24_object]
struct Company {
    #[b24(flatten)]
    requisites: Requisites,
}

fn main() {
    let _ = DealAdd::new().requisites(Requisites::new("7707083893"));
}
