//! Constant parameters, with a default too.

use b24::b24_method;

#[b24_method("test.chat.add", unlisted)]
struct ChatAdd<const MOST: usize = 3, const LOUD: bool = false> {
    title: Option<String>,
}

impl<const MOST: usize, const LOUD: bool> ChatAdd<MOST, LOUD> {
    const fn most() -> usize {
        if LOUD { MOST * 2 } else { MOST }
    }
}

fn main() {
    let chat = ChatAdd::<5, true>::new().title("News");
    assert_eq!(chat.validate(), Ok(()));
    assert_eq!(ChatAdd::<5, true>::most(), 10);
}
