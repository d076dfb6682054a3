use b24::Filter;

fn main() {
    let _ = Filter::new().one_of("STAGE_ID", "NEW");
}
