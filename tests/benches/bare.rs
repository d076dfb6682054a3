//! The two sides that are compared on loopback: a client, and requests written by hand on its agent of ureq.

use b24::{Client, Limits, Pace, UreqTransport};
use ureq::Agent;

use crate::plain::{PlainAnswer, PlainChatAdd};

/// An agent with the client's own settings, which keeps so many connections open.
pub(crate) fn agent(connections: usize) -> Agent {
    let limits = Limits::default();
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_response_header_size(limits.header_size)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.attempt))
        .max_idle_connections(connections)
        .max_idle_connections_per_host(connections)
        .build()
        .new_agent()
}

/// A client on this agent, which waits for nothing.
pub(crate) fn client(webhook: &str, agent: &Agent) -> Client {
    Client::builder()
        .webhook(webhook)
        .transport(UreqTransport::new(agent.clone()))
        .pace(Pace::unlimited())
        .build()
        .unwrap()
}

/// The call by hand.
pub(crate) fn call(agent: &Agent, url: &str, chat: &PlainChatAdd) {
    let mut answer = agent
        .post(url)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "by-hand/1.0")
        .send(&serde_json::to_vec(chat).unwrap())
        .unwrap();
    let content = answer.body_mut().with_config();
    let content = content.limit(Limits::default().answer_size).read_to_vec();
    let answer: PlainAnswer = serde_json::from_slice(&content.unwrap()).unwrap();
    assert_eq!(answer.result, 2725);
    std::hint::black_box(answer.time);
}
