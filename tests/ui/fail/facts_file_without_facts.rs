use b24::b24_method;

#[b24_method("shop.order.pay", facts = "Cargo.toml")]
struct OrderPay {
    id: Option<u64>,
}

fn main() {}
