//! Fields that take a value or a reference to another command's result.

use std::borrow::Cow;

use b24::{Arg, Batch, Id, YesNo, b24_enum, b24_method, b24_object};
use serde_json::Value;

#[b24_enum]
#[derive(Debug, Clone, Copy)]
enum Color {
    Red,
    Blue,
}

#[b24_object(parameter)]
#[derive(Debug, Clone)]
struct Row {
    #[b24(required)]
    id: Arg<u64>,
    note: Option<Arg<String>>,
}

#[b24_method("test.order.add", unlisted)]
#[derive(Debug, Clone)]
struct OrderAdd<'a> {
    #[b24(required)]
    client: Arg<u64>,
    #[b24(required, length = 1..=10)]
    title: Arg<String>,
    id: Option<Arg<Id>>,
    #[b24(range = 1..=5)]
    count: Option<Arg<i64>>,
    price: Option<Arg<f64>>,
    open: Option<Arg<YesNo>>,
    loud: Option<Arg<bool>>,
    comment: Option<Arg<Cow<'a, str>>>,
    #[b24(enum = ["RED"])]
    color: Option<Arg<Color>>,
    any: Option<Arg<Value>>,
    rows: Option<Vec<Row>>,
    users: Option<Vec<Arg<u64>>>,
}

#[b24_method("imbot.message.add")]
#[allow(deprecated)] // a documented method has kinds
#[derive(Debug, Clone)]
struct MessageAdd {
    bot_id: Option<Arg<u64>>,
    #[b24(required)]
    dialog_id: Arg<String>,
    #[b24(required)]
    message: Option<Arg<String>>,
    system: Option<Arg<bool>>,
}

fn values(order: OrderAdd<'static>) -> OrderAdd<'static> {
    let order = order.client(7_u64).title("News").title(String::from("News")).id(7).id(Id::new(7));
    let order = order.count(3_i64).price(1.5).price(10).open(true).open(YesNo::No).loud(false);
    let order = order.comment("text").comment(String::from("text")).color(Color::Red);
    order.any("text").any(Value::Null).rows([Row::new(1_u64).note("text")])
}

fn references(batch: &mut Batch<'_>) {
    let first = batch.add(&values(OrderAdd::new(7_u64, "News")));
    let found = first.result();
    let id = found.clone().field("ID");
    let order = OrderAdd::new(id.clone(), id.clone()).id(id.clone()).count(id.clone()).price(id.clone());
    let order = order.open(id.clone()).loud(id.clone()).color(id.clone()).any(found.clone());
    let order = order.comment(id.clone().within("Order ", " is made"));
    let order = order.rows([Row::new(found.clone().at(0).field("ID")).note(id.clone())]);
    let second = batch.add(&order.users([Arg::from(id.clone()), Arg::Value(7)]));

    let message = MessageAdd::new(id.within("chat", ""), second.result()).bot_id(39_u64);
    batch.add(&message.system(true).message("text"));
}

fn main() {
    let _ = (references, Color::Blue);
}
