use b24::b24_object;

#[b24_object]
struct Deal {
    #[b24(rename_all = "camelCase")]
    phone: Option<String>,
}

fn main() {}
