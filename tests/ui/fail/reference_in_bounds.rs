use b24::{Arg, b24_method};

#[b24_method("test.order.pay", unlisted)]
struct OrderPay {
    #[b24(range = 1..=5)]
    order: Option<Arg<String>>,
    #[b24(length = 1..=5)]
    count: Option<Arg<u64>>,
}

fn main() {}
