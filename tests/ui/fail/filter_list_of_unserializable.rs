use b24::Filter;

fn main() {
    struct Stage;

    let _ = Filter::new().none_of("STAGE_ID", [Stage]);
}
