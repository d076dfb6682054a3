//! Which requests a fault strikes, and whether their methods run.

use b24_portal::{Answer, Fault, Portal, Rule};

use super::{raw::fetch, wire::get};

fn statuses(portal: &Portal, method: &str, requests: usize) -> Vec<u16> {
    let address = format!("{}{method}", portal.webhook());
    (0..requests).map(|_| fetch(&address).status()).collect()
}

#[test]
fn a_fault_without_a_rule_strikes_every_rest_request() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::Unavailable);
    assert_eq!(statuses(&portal, "server.time", 3), [503; 3]);
    assert_eq!(statuses(&portal, "no.such", 1), [503]);
    assert_eq!(fetch(&format!("{}/elsewhere", portal.url())).status(), 404);
    assert_eq!((portal.faults(), portal.executions("server.time")), (4, 0));
    portal.clear_faults();
    assert_eq!(statuses(&portal, "server.time", 1), [200]);
    assert_eq!(portal.faults(), 4);
}

#[test]
fn a_fault_may_wait_for_its_method_and_its_turn() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::Unavailable.on("Server.Time").nth(2));
    portal.inject(Fault::BadGateway.on("user.current").first(2));
    assert_eq!(statuses(&portal, "server.time", 4), [200, 503, 200, 200]);
    assert_eq!(statuses(&portal, "user.current", 4), [502, 502, 200, 200]);
    assert_eq!(portal.faults(), 3);
}

#[test]
fn of_several_rules_the_first_strikes_and_all_count() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::Unavailable.nth(2));
    portal.inject(Fault::BadGateway.first(3));
    assert_eq!(statuses(&portal, "server.time", 5), [502, 503, 502, 200, 200]);
}

#[test]
fn token_requests_have_rules_of_their_own() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::Unavailable.on_oauth());
    assert_eq!(statuses(&portal, "server.time", 1), [200]);
    let address = format!("{}/oauth/token/?grant_type=refresh_token", portal.url());
    assert_eq!(fetch(&address).status(), 503);
}

#[test]
fn a_renewal_whose_answer_is_lost_has_been_made() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::ResetAfter.on_oauth().nth(1));
    let application = portal.application();
    let tokens: serde_json::Value = serde_json::from_str(&portal.tokens()).unwrap();
    let address = format!(
        "{}/oauth/token/?grant_type=refresh_token&client_id={}&client_secret={}&refresh_token={}",
        portal.url(),
        application.client_id,
        application.client_secret,
        tokens["refresh_token"].as_str().unwrap()
    );
    assert!(fetch(&address).reset);
    assert_eq!((portal.faults(), portal.renewals()), (1, 1));
}

#[test]
fn each_fault_runs_the_method_or_not_as_it_says() {
    for &fault in Fault::ALL {
        for rule in [Rule::from(fault), fault.executed(true), fault.executed(false)] {
            let portal = Portal::start().unwrap();
            portal.answer("crm.deal.add", Answer::result("17"));
            let runs = rule.runs();
            portal.inject(rule);
            fetch(&format!("{}crm.deal.add", portal.webhook()));
            assert_eq!(portal.faults(), 1, "{fault:?}");
            assert_eq!(portal.executions("crm.deal.add"), usize::from(runs), "{fault:?}");
            assert_eq!(portal.requests().len(), 1, "{fault:?}");
        }
    }
}

#[test]
fn what_may_have_run_or_not_is_for_the_test_to_say() {
    for &fault in Fault::ALL {
        let told = [fault.executed(true).runs(), fault.executed(false).runs()];
        let expected = if fault.either_way() {
            [true, false]
        } else {
            [fault.runs(); 2]
        };
        assert_eq!(told, expected, "{fault:?}");
    }
}

#[test]
fn a_method_that_runs_under_a_fault_is_still_checked() {
    let portal = Portal::start().unwrap();
    portal.inject(Fault::ByteOrderMark);
    let answer = get(&format!("{}imbot.bot.list", portal.limited_webhook()));
    assert_eq!(answer.status, 401);
    assert!(
        answer
            .body
            .starts_with("\u{FEFF}{\"error\":\"insufficient_scope\"")
    );
    assert_eq!(portal.executions("imbot.bot.list"), 0);
}
