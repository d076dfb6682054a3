use b24::b24_method;

#[b24_method("calendar.section.add")]
struct SectionAdd {
    #[b24(required)]
    r#type: String,
    #[b24(required)]
    name: String,
}

fn main() {}
