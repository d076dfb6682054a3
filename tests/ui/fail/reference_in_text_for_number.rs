use b24::{Arg, Batch, b24_method};

#[b24_method("test.order.pay", unlisted)]
struct OrderPay {
    order: Option<Arg<u64>>,
}

fn pay(batch: &mut Batch<'_>) {
    let first = batch.add(&OrderPay::new());
    batch.add(&OrderPay::new().order(first.result().within("number ", "")));
}

fn main() {}
