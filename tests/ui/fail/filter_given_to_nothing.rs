#![deny(unused_must_use)]

use b24::{Filter, Order, Select};

fn main() {
    Filter::new().is("ID", 5);
    Order::new().ascending("ID");
    Select::all();
}
