use b24::{Batch, b24_method};

#[b24_method("test.order.pay", unlisted)]
struct OrderPay {
    #[b24(required)]
    order: u64,
}

fn pay(batch: &mut Batch<'_>) {
    let first = batch.add(&OrderPay::new(7));
    batch.add(&OrderPay::new(first.result().field("ID")));
}

fn main() {}
