use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(range = 0.0..9e999)]
    price: Option<f64>,
}

fn main() {}
