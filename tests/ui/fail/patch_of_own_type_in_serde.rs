use b24::Patch;

#[derive(serde::Serialize)]
struct Photo(String);

#[derive(serde::Serialize)]
struct Fields {
    #[serde(skip_serializing_if = "Patch::is_keep")]
    photo: Patch<Photo>,
}

fn main() {
    let _ = Fields { photo: Patch::Set(Photo(String::new())) };
}
