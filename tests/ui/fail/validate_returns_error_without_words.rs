use b24::b24_method;

struct Er;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(validate = check)]
    title: Option<String>,
}

fn check(_: &str) -> Result<(), Er> {
    Ok(())
}

fn main() {}
