//! A type parameter in a member's type needs no bound of the user's, in neither direction.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use b24::{b24_method, b24_object};

#[b24_object(result)]
#[derive(Debug, PartialEq)]
struct Page<T> {
    items: Vec<T>,
    next: Option<u64>,
}

#[b24_object(parameter)]
#[derive(Debug, Clone)]
struct Batch<T, const N: usize = 2> {
    items: Option<Vec<T>>,
    #[b24(required)]
    first: T,
    #[b24(skip)]
    marker: PhantomData<[(); N]>,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Pair<T, U: Clone = u64>
where
    U: PartialEq,
{
    #[b24(required)]
    left: T,
    right: Option<U>,
}

#[b24_object(rename_all = "camelCase")]
#[derive(Debug, Clone, PartialEq)]
struct Named<'a> {
    #[b24(required)]
    value: Cow<'a, str>,
    #[b24(flatten)]
    further: BTreeMap<String, String>,
}

#[b24_object(parameter)]
struct Borrowed<'a, 'b: 'a, T> {
    text: Option<&'a str>,
    items: Option<&'b [T]>,
}

#[b24_object(tag = "TYPE", content = "VALUE")]
#[derive(Debug, Clone, PartialEq)]
enum Either<T, U> {
    Left(Pair<T>),
    Right(Option<Pair<U>>),
    Neither,
}

#[b24_object]
#[derive(Debug, Clone, PartialEq)]
struct Spread<T> {
    #[b24(flatten, required)]
    value: T,
}

#[b24_method("test.item.list", unlisted, returns = Page<Pair<String>>)]
struct ItemList<'a, T> {
    #[b24(required)]
    batch: Batch<T>,
    borrowed: Option<Borrowed<'a, 'a, u64>>,
    spread: Option<Spread<Named<'a>>>,
    either: Option<Either<T, u64>>,
}

// Not the type of a member by itself: it stays in the user's hands.
struct Opaque;

fn main() {
    let page: Page<Pair<String>> = serde_json::from_str(r#"{"ITEMS":{"1":{"LEFT":7,"RIGHT":"8"}}}"#).unwrap();
    assert_eq!(page.items, [Pair::new("7".to_owned()).right(8)]);
    let _ = Page::<Opaque> {
        items: vec![Opaque],
        next: None,
    };

    let list = ItemList::new(Batch::<u64>::new(1).items([2, 3]))
        .borrowed(Borrowed::new().text("a").items(&[4][..]))
        .spread(Spread::new(Named::new("b")))
        .either(Either::Left(Pair::<u64>::new(5)));
    assert_eq!(list.validate(), Ok(()));
    assert_eq!(
        serde_json::to_string(&list).unwrap(),
        concat!(
            r#"{"BATCH":{"ITEMS":[2,3],"FIRST":1},"BORROWED":{"TEXT":"a","ITEMS":[4]},"#,
            r#""SPREAD":{"value":"b"},"EITHER":{"TYPE":"LEFT","VALUE":{"LEFT":5}}}"#
        )
    );
    let either: Either<u64, String> = serde_json::from_str(r#"{"VALUE":{"LEFT":"x"},"TYPE":"RIGHT"}"#).unwrap();
    assert_eq!(either, Either::Right(Some(Pair::new("x".to_owned()))));
    assert_ne!(either, Either::Neither);
    let spread: Spread<Pair<u64>> = serde_json::from_str(r#"{"LEFT":"1"}"#).unwrap();
    assert_eq!(spread, Spread::new(Pair::new(1)));
}
