use b24::{Filter, FilterV3};

fn main() {
    let _ = Filter::new().any([FilterV3::new().equal("ID", 5)]);
}
