use b24::b24_object;

#[b24_object(parameter)]
struct Deal {
    #[b24(flatten)]
    custom: Vec<String>,
}

fn main() {}
