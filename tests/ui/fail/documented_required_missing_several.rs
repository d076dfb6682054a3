use b24::b24_method;

#[b24_method("calendar.section.add")]
struct SectionAdd {
    color: Option<String>,
}

fn main() {}
