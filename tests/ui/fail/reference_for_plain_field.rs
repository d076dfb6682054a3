use b24::{Batch, b24_method};

#[b24_method("test.order.pay", unlisted)]
struct OrderPay {
    order: Option<u64>,
}

fn pay(batch: &mut Batch<'_>) {
    let first = batch.add(&OrderPay::new());
    batch.add(&OrderPay::new().order(first.result().field("ID")));
}

fn main() {}
