use b24::Filter;

fn main() {
    let _ = Filter::new().between("ID", 5..=7);
}
