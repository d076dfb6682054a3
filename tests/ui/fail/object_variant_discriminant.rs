use b24::b24_object;

#[b24_object(tag = "ownerTypeId")]
enum Owner {
    Lead = 1,
    Deal = 2,
}

fn main() {
    let _ = [Owner::Lead, Owner::Deal];
}
