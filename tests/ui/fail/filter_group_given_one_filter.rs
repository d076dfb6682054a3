use b24::Filter;

fn main() {
    let _ = Filter::new().any(Filter::new().is("ID", 5));
}
