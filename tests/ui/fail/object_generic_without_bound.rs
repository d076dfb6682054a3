use b24::b24_object;

#[b24_object]
struct Page<T> {
    items: Option<Vec<T>>,
}

struct Opaque;

fn main() {
    let page = Page { items: Some(vec![Opaque]) };
    let _ = serde_json::to_string(&page);
}
