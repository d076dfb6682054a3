use b24::b24_method;

#[b24_method("sale.delivery.extra.service.add")]
struct ExtraServiceAdd {
    price: Option<f64>,
}

fn main() {}
