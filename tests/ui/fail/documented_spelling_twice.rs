use b24::b24_method;

#[b24_method("user.get")]
struct UserGet {
    order: Option<String>,
    #[b24(rename = "order")]
    direction: Option<String>,
}

fn main() {}
