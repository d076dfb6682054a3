use b24::b24_enum;

#[b24_enum(rename_all = "camelcase")]
enum Misspelt {
    LightBlue,
}

#[b24_enum(rename_all = "kebab-case")]
enum Unheard {
    LightBlue,
}

#[b24_enum(rename_all)]
enum Without {
    LightBlue,
}

fn main() {
    println!("{} {} {}", Misspelt::LightBlue, Unheard::LightBlue, Without::LightBlue);
}
