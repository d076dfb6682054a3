//! Objects wherever a value may stand: alone, in lists, maps and boxes, within each other.

use std::collections::{BTreeMap, HashMap, VecDeque};

use b24::{Patch, b24_method, b24_object};

#[b24_object(default)]
#[derive(Debug, Clone, PartialEq)]
struct Phone {
    #[b24(length = 3..)]
    value: Option<String>,
}

#[b24_object(default)]
#[derive(Debug, Clone, PartialEq)]
struct Tree {
    phone: Option<Phone>,
    #[b24(default = Phone::new())]
    main: Phone,
    list: Option<Vec<Phone>>,
    #[b24(default = Vec::<Vec<Phone>>::new())]
    lists: Vec<Vec<Phone>>,
    queue: Option<VecDeque<Phone>>,
    boxed: Option<Box<Phone>>,
    map: Option<BTreeMap<String, Phone>>,
    places: Option<HashMap<u64, Vec<Phone>>>,
    patch: Patch<Phone>,
    next: Option<Box<Tree>>,
    children: Option<Vec<Tree>>,
}

#[b24_method("test.contact.add", unlisted, returns = Vec<Tree>)]
struct ContactAdd {
    #[b24(required)]
    fields: Tree,
    #[b24(required)]
    phones: Vec<Phone>,
}

fn phone() -> Phone {
    Phone::new().value("+49")
}

fn main() {
    let tree = Tree::new()
        .phone(phone())
        .main(phone())
        .list([phone(), phone()])
        .lists([vec![phone()]])
        .queue([phone()])
        .boxed(Box::new(phone()))
        .map([("a", phone())])
        .places([(1, vec![phone()])])
        .patch(phone())
        .next(Box::new(Tree::new()))
        .children([Tree::new(), Tree::new()]);
    let add = ContactAdd::new(tree.clone(), [phone()]);
    assert_eq!(add.validate(), Ok(()));
    let text = serde_json::to_string(&tree).unwrap();
    assert_eq!(serde_json::from_str::<Tree>(&text).unwrap(), tree);

    let wrong = tree.next(Box::new(Tree::new().children([Tree::new().phone(Phone::new().value("1"))])));
    let error = ContactAdd::new(wrong, [phone()]).validate().unwrap_err();
    assert_eq!(error.violations()[0].path(), "FIELDS.NEXT.CHILDREN[0].PHONE.VALUE");
}
