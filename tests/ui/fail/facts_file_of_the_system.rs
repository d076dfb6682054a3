use b24::b24_method;

#[b24_method("shop.order.pay", facts = "/etc/hostname")]
struct OrderPay {
    id: Option<u64>,
}

fn main() {}
