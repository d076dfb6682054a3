use b24::b24_object;

#[b24_object(paramter, rename_all = "camel", tag = "TYPE")]
#[derive(Debug, Clone)]
struct Phone {
    #[b24(requierd, length = 9..=1)]
    value: Option<String>,
    #[b24(range = 1..=50, default = 99)]
    extension: Option<u64>,
    #[b24(rename = "VALUE")]
    text: Option<String>,
    #[b24(flatten, secret)]
    custom: std::collections::BTreeMap<String, String>,
    #[b24(skip, rename = "X")]
    note: Option<String>,
}

#[b24_object(tag = "", content = "", default)]
#[derive(Debug, Clone)]
enum Kind {
    #[b24(rename = "string")]
    Text(Phone),
    #[b24("integer", 5)]
    Number { rows: u64 },
    #[b24(othr)]
    Other,
}

fn main() {
    let phone = Phone::new("+49").extension(5).text("a").custom([("A", "B")]).note(None);
    println!("{:?}", Kind::Text(phone.clone()));
    println!("{:?} {:?}", Kind::Number { rows: 1 }, Kind::Other);
    println!("{}", serde_json::to_string(&phone).unwrap());
    let _: Result<Kind, _> = serde_json::from_str("{}");
}
