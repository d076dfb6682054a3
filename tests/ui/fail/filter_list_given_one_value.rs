use b24::Filter;

fn main() {
    let _ = Filter::new().one_of("ID", 5);
}
