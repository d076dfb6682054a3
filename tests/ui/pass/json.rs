//! Types of other crates, in `Json`.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use b24::{Json, b24_method};

#[b24_method("test.event", unlisted)]
#[derive(Debug)]
struct Event {
    #[b24(required)]
    address: Json<IpAddr>,
    #[b24(range = 1..)]
    timeout: Option<Json<Duration>>,
    addresses: Option<Vec<Json<IpAddr>>>,
}

fn main() {
    let local = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let event = Event::new(local).timeout(Duration::from_secs(5)).addresses([local, local]);
    let event = event.address(Json(local));
    assert_eq!(event.address.0, local);
}
