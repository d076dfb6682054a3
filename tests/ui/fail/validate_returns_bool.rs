use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(validate = is_short)]
    title: Option<String>,
}

fn is_short(title: &str) -> bool {
    title.len() < 20
}

fn main() {}
