use b24::b24_method;

#[b24_method("shop.order.pay", facts = "ui/no_such_file.txt")]
struct OrderPay {
    id: Option<u64>,
}

fn main() {}
