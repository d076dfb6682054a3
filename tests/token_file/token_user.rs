//! A process that shares a file of tokens with others, as `main.rs` tells it to.

// The test reads what it prints, and sees how it ends.
#![allow(clippy::panic, clippy::print_stdout, clippy::unwrap_used)]

use std::io::Read as _;

use b24::{FileStore, TokenStore, Tokens};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (work, file) = (arguments.next().unwrap(), arguments.next().unwrap());
    let store = FileStore::new(file);
    match work.as_str() {
        "count" => (0..arguments.next().unwrap().parse().unwrap()).for_each(|_| count(&store)),
        "hold" => store.locked(&mut hold).unwrap(),
        "save" => save(&store),
        other => panic!("no such work: {other}"),
    }
}

/// Spends the refresh token, which is a number, and saves the next.
fn count(store: &FileStore) {
    let mut work = || {
        let tokens = store.load().unwrap().unwrap();
        let spent: u64 = tokens.refresh_token().unwrap().parse().unwrap();
        let next = (spent + 1).to_string();
        store
            .save(&Tokens::new("example.bitrix24.com", "access", &*next).unwrap())
            .unwrap();
    };
    store.locked(&mut work).unwrap();
}

/// Keeps the lock until it is killed.
fn hold() {
    println!("locked");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// Saves one pair after the other until it is killed.
fn save(store: &FileStore) {
    for number in 0_u64.. {
        let token = number.to_string().repeat(1000);
        store
            .save(&Tokens::new("example.bitrix24.com", &token, &*token).unwrap())
            .unwrap();
        println!("saved");
    }
}
