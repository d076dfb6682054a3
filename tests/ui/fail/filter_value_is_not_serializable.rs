use b24::Filter;

fn main() {
    struct Stage;

    let _ = Filter::new().is("STAGE_ID", Stage);
}
