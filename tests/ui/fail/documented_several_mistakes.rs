use b24::b24_method;

#[b24_method("calendar.section.add", rename_all = "camelCase")]
struct SectionAdd {
    #[b24(required, enum = ["user", "grupp"])]
    r#type: String,
    owner: Option<u64>,
    name: Option<String>,
}

fn main() {}
