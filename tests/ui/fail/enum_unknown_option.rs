use b24::b24_enum;

#[b24_enum(rename_al = "camelCase")]
enum Misspelt {
    Red,
}

#[b24_enum(untagged)]
enum Unheard {
    Red,
}

#[b24_enum(other)]
enum OfVariant {
    Red,
}

#[b24_enum("camelCase")]
enum Alone {
    Red,
}

fn main() {
    println!("{} {} {} {}", Misspelt::Red, Unheard::Red, OfVariant::Red, Alone::Red);
}
