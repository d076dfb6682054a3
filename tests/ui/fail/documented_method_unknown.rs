use b24::b24_method;

#[b24_method("warehouse.shelf.count")]
struct ShelfCount;

fn main() {}
