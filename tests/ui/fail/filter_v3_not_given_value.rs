use b24::FilterV3;

fn main() {
    let _ = FilterV3::new().not("id", 5);
}
