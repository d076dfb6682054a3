use b24::Select;

fn main() {
    let _ = Select::new("ID,TITLE");
}
