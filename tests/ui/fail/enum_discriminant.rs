use b24::b24_enum;

#[b24_enum]
enum OwnerType {
    Lead = 1,
    Deal = -2,
    Contact,
}

const THREE: isize = 3;

#[b24_enum]
enum Named {
    Three = THREE,
}

fn main() {
    let _ = [OwnerType::Lead, OwnerType::Deal, OwnerType::Contact];
    let _ = Named::Three;
}
