use b24::{List, Scan, b24_method, b24_object};

#[b24_object(result)]
struct Deal {
    id: u64,
}

#[b24_object(result)]
struct Page {
    items: Vec<Deal>,
}

#[b24_method("crm.item.get")]
struct Get {
    #[b24(required)]
    entity_type_id: u64,
    #[b24(required)]
    id: u64,
}

#[b24_method("crm.item.list", returns = Page)]
struct Pages {
    #[b24(required)]
    entity_type_id: u64,
}

#[b24_method("crm.currency.list")]
struct Currencies;

fn pages<M: List>(_: &M) {}

fn scan<M: Scan>(_: &M) {}

fn main() {
    pages(&Get::new(2, 1));
    pages(&Pages::new(2));
    pages(&Currencies::new());
    scan(&Currencies::new());
}
