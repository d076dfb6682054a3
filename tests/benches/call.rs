//! What a call costs, over a connection on this machine that is kept open, against the same request
//! written by hand on the same agent of ureq.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod answer;
mod bare;
mod measure;
mod plain;
mod server;

fn main() {
    println!("a call on loopback; at most 1.05 times the baseline is the aim");
    let address = server::serve();
    let agent = bare::agent(1);
    let webhook = format!("http://{address}/rest/1/sandboxcode0000/");
    let client = bare::client(&webhook, &agent);
    let url = format!("{webhook}imbot.chat.add");

    for (name, avatar, turns) in [("seed", 60, 8_000), ("seed, avatar of 100 KB", 100_000, 3_000)] {
        let (declared, plain) = plain::chats(avatar);
        measure::compare(
            name,
            "by hand",
            turns,
            1,
            || bare::call(&agent, &url, &plain),
            || assert_eq!(declared.call(&client).unwrap().result, 2725),
        );
    }
}
