//! What a call costs, over a connection on this machine that is kept open, against the same request
//! written by hand on the same agent of ureq.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a program for a person to look at

mod answer;
mod measure;
mod plain;
mod server;

use b24::{Client, Limits, Pace, UreqTransport};
use plain::{PlainAnswer, PlainChatAdd};
use ureq::Agent;

fn main() {
    println!("a call on loopback; at most 1.05 times the baseline is the aim");
    let address = server::serve();
    let limits = Limits::default();
    let agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_response_header_size(limits.header_size)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.attempt))
        .build()
        .new_agent();
    let webhook = format!("http://{address}/rest/1/sandboxcode0000/");
    let client = Client::builder()
        .webhook(&webhook)
        .transport(UreqTransport::new(agent.clone()))
        .pace(Pace::unlimited())
        .build()
        .unwrap();
    let url = format!("{webhook}imbot.chat.add");

    for (name, avatar, turns) in [("seed", 60, 8_000), ("seed, avatar of 100 KB", 100_000, 3_000)] {
        let (declared, plain) = plain::chats(avatar);
        measure::compare(
            name,
            "by hand",
            turns,
            1,
            || by_hand(&agent, &url, &plain, limits.answer_size),
            || assert_eq!(declared.call(&client).unwrap().result, 2725),
        );
    }
}

fn by_hand(agent: &Agent, url: &str, chat: &PlainChatAdd, limit: u64) {
    let body = serde_json::to_vec(chat).unwrap();
    let mut answer = agent
        .post(url)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "by-hand/1.0")
        .send(&body)
        .unwrap();
    let content = answer
        .body_mut()
        .with_config()
        .limit(limit)
        .read_to_vec()
        .unwrap();
    let answer: PlainAnswer = serde_json::from_slice(&content).unwrap();
    assert_eq!(answer.result, 2725);
    std::hint::black_box(answer.time);
}
