use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(validate = check_titel)]
    title: Option<String>,
    #[b24(validate = LONGEST)]
    comment: Option<String>,
}

fn check_title(_: &str) -> Result<(), String> {
    Ok(())
}

const LONGEST: usize = 20;

fn main() {}
