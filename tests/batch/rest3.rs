//! Batches of REST 3: lists of calls, that succeed or fail as one.

use b24::{Arg, Client, CommandError, Error, Outcome, SystemCode, b24_method};
use b24_portal::{Answer, Fault, Portal, TurnedClock};
use serde_json::{Value, json};

use crate::{client, echoing};

#[b24_method("acme.order.get", api = 3, unlisted, effect = read, at = "item")]
#[derive(Debug, Clone)]
struct OrderGet {
    #[b24(required, rename = "id")]
    id: Arg<u64>,
}

#[b24_method("acme.order.pay", api = 3, unlisted, effect = write)]
#[derive(Debug, Clone)]
struct OrderPay {
    #[b24(required, rename = "order")]
    order: Arg<u64>,
    #[b24(rename = "details")]
    details: Option<Value>,
}

/// A portal whose REST 3 answers to every batch with this.
fn answering(answer: Answer) -> (Portal, Client) {
    let clock = TurnedClock::new();
    let portal = Portal::builder().unlimited().clock(&clock).start().unwrap();
    for method in ["acme.order.get", "acme.order.pay"] {
        portal.answer(method, Answer::echo());
    }
    portal.answer("batch", answer);
    let client = client(&portal, clock);
    (portal, client)
}

fn item(id: u64) -> Value {
    json!({"item": {"id": id}})
}

#[test]
fn commands_are_calls_in_a_list_and_keep_their_types() {
    let answers = json!([item(1), item(2), {"result": true}]);
    let (portal, client) = answering(Answer::result(&answers));
    let mut batch = client.batch();
    let first = batch.add(&OrderGet::new(1_u64));
    let second = batch.add(&OrderGet::new(2_u64));
    let id = first.result().field("id").always_there();
    let details = json!({"text": "$result[c0]", "nothing": null, "none": [], "yes": true});
    let paid = batch.add(&OrderPay::new(id).details(details.clone()));

    let results = batch.send().unwrap();
    assert_eq!(results.get(&first).unwrap()["id"], 1);
    assert_eq!(results.get(&second).unwrap()["id"], 2);
    assert_eq!(results.get(&paid).unwrap()["result"], true);

    let sent = &portal.requests()[0];
    assert!(sent.path().starts_with("/rest/api/"), "{}", sent.path());
    let body: Value = serde_json::from_slice(&sent.body).unwrap();
    let expected = json!([
        {"method": "acme.order.get", "query": {"id": 1}, "as": "c0"},
        {"method": "acme.order.get", "query": {"id": 2}},
        {"method": "acme.order.pay", "query": {"order": {"$ref": "c0.id"}, "details": details}},
    ]);
    assert_eq!(body, expected);
}

#[test]
fn results_may_come_under_the_names_of_commands() {
    for answers in [
        json!({"c0": item(1), "c1": item(2)}),
        json!({"c0": item(1), "1": item(2)}),
    ] {
        let (_portal, client) = answering(Answer::result(&answers));
        let all: Result<Vec<_>, _> = client.send_all([1_u64, 2].map(OrderGet::new)).collect();
        let ids: Vec<_> = all
            .unwrap()
            .into_iter()
            .map(|answer| answer.result["id"].clone())
            .collect();
        assert_eq!(ids, [1, 2]);
    }
}

#[test]
fn a_missing_result_is_told_of_its_command_alone() {
    let (_portal, client) = answering(Answer::result(json!([item(1)])));
    let all: Vec<_> = client.send_all([1_u64, 2].map(OrderGet::new)).collect();
    assert!(all[0].is_ok());
    assert!(
        matches!(&all[1], Err(CommandError::Failed(Error::Decode(_)))),
        "{:?}",
        all[1]
    );
}

#[test]
fn a_single_command_is_a_call() {
    let (portal, client) = answering(Answer::error(500, "NEVER", "asked"));
    let mut batch = client.batch();
    let paid = batch.add(&OrderPay::new(7_u64));
    assert_eq!(batch.send().unwrap().get(&paid).unwrap()["order"], 7);
    assert_eq!(
        (portal.executions("acme.order.pay"), portal.executions("batch")),
        (1, 0)
    );
    assert!(portal.requests()[0].header("Idempotency-Key").is_some());
}

#[test]
fn the_token_of_an_application_is_in_the_header() {
    let (portal, _) = answering(Answer::result(json!([item(1), item(2)])));
    let client = Client::with_token(portal.url(), portal.token()).unwrap();
    let all: Vec<_> = client.send_all([1_u64, 2].map(OrderGet::new)).collect();
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let bearer = format!("Bearer {}", portal.token());
    assert_eq!(
        portal.requests()[0].header("Authorization"),
        Some(bearer.as_str())
    );
}

/// An error of one command is the answer to all; which had run before it, nobody can tell.
#[test]
fn what_one_command_was_refused_for_is_said_of_all_and_never_repeated() {
    for (status, code) in [
        (400, "BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUNDEXCEPTION"),
        (403, "BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION"),
        (429, "BITRIX_REST_V3_EXCEPTION_RATELIMITEXCEPTION"),
        (500, "BITRIX_REST_V3_EXCEPTION_INTERNALEXCEPTION"),
    ] {
        let (portal, client) = answering(Answer::error(status, code, "no"));
        let mut batch = client.batch();
        let paid = [1_u64, 2].map(|order| batch.add(&OrderPay::new(order)));
        let results = batch.send().unwrap();
        for paid in paid {
            let error = results.get(&paid).unwrap_err();
            assert!(matches!(error, CommandError::Together(_)), "{error:?}");
            assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
            assert_eq!(error.error().unwrap().api().unwrap().code(), code);
        }
        assert_eq!(portal.executions("batch"), 1, "{code}");
    }
}

#[test]
fn what_is_refused_before_any_command_runs_is_the_error_of_the_request() {
    let not_found = Answer::error(404, "BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION", "no");
    let (_portal, client) = answering(not_found);
    let mut batch = client.batch();
    for order in [1_u64, 2] {
        batch.add(&OrderPay::new(order));
    }
    let error = batch.send().unwrap_err();
    let code = error.api().unwrap().system_code();
    assert_eq!(
        (code, error.outcome()),
        (Some(SystemCode::ErrorMethodNotFound), Outcome::NotExecuted)
    );
}

#[test]
fn reads_are_sent_again_and_so_is_what_the_portal_did_not_take() {
    let (portal, client) = answering(Answer::result(json!([item(1), item(2)])));
    let limit = "BITRIX_REST_V3_EXCEPTION_RATELIMITEXCEPTION";
    portal.answer_once("batch", Answer::error(429, limit, "wait"));
    portal.inject(Fault::QueryLimit.on("batch").nth(1));
    let all: Vec<_> = client.send_all([1_u64, 2].map(OrderGet::new)).collect();
    assert!(all.iter().all(Result::is_ok), "{all:?}");

    portal.inject(Fault::QueryLimit.on("batch").nth(1));
    let all: Vec<_> = client.send_all([1_u64, 2].map(OrderPay::new)).collect();
    assert!(all.iter().all(Result::is_ok), "{all:?}");
}

#[test]
fn a_write_whose_answer_is_lost_is_not_repeated_on_the_strength_of_a_key() {
    let (portal, client) = answering(Answer::result(json!([item(1), item(2)])));
    portal.inject(Fault::ResetAfter.on("batch"));
    let all: Vec<_> = client.send_all([1_u64, 2].map(OrderPay::new)).collect();
    for error in all.iter().map(|result| result.as_ref().unwrap_err()) {
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    assert_eq!(portal.executions("batch"), 1);
}

#[test]
fn what_rest_3_does_not_hand_on_is_refused() {
    let (portal, client) = answering(Answer::error(500, "NEVER", "asked"));
    let mut batch = client.batch();
    let order = batch.add(&OrderPay::new(1_u64));
    batch.add(&OrderPay::new(order.result().field("id").always_there()));
    let error = batch.send().unwrap_err().to_string();
    assert!(error.contains("`item` or the `items`"), "{error}");
    assert!(portal.requests().is_empty());
}

/// The portal would take the user's object for a reference.
#[test]
fn an_object_that_looks_like_a_reference_goes_alone() {
    let (portal, client) = answering(Answer::result(json!([item(1), item(2)])));
    for name in ["$ref", "$refArray"] {
        let details = json!({"a": [{name: "c0.id"}]});
        let calls = [
            OrderPay::new(1_u64),
            OrderPay::new(2_u64).details(details.clone()),
        ];
        let all: Result<Vec<_>, _> = client.send_all(calls).collect();
        assert_eq!(all.unwrap()[1].result["details"], details);
    }
    assert_eq!(portal.executions("batch"), 0);

    let mut batch = client.batch();
    let order = batch.add(&OrderGet::new(1_u64));
    let id = order.result().field("id").always_there();
    batch.add(&OrderPay::new(id).details(json!({"$ref": "c0.id"})));
    let error = batch.send().unwrap_err().to_string();
    assert!(error.contains("`$ref`"), "{error}");
}

#[test]
fn both_apis_stand_in_one_batch_each_in_its_own_requests() {
    let (portal, client) = echoing();
    for method in ["acme.order.get", "acme.order.pay"] {
        portal.answer(method, Answer::echo());
    }
    let mut batch = client.batch();
    let classic = batch.add(&crate::Echo::new());
    let modern = batch.add(&OrderPay::new(7_u64));
    let results = batch.send().unwrap();
    assert_eq!(results.get(&modern).unwrap()["order"], 7);
    assert!(results.get(&classic).is_ok());
}

#[b24_method("tasks.task.add", api = 3, at = "item")]
#[derive(Debug, Clone)]
struct TaskAdd {
    #[b24(required, kind = any)]
    fields: Value,
}

#[b24_method("tasks.task.get", api = 3, at = "item")]
#[derive(Debug, Clone)]
struct TaskGet {
    #[b24(required)]
    id: Arg<u64>,
}

fn task(title: &str) -> TaskAdd {
    TaskAdd::new(json!({"title": title, "creatorId": 1, "responsibleId": 1}))
}

#[test]
fn a_task_is_made_and_read_in_one_request() {
    let (portal, client) = echoing();
    let mut batch = client.batch();
    let added = batch.add(&task("First"));
    let id = added.result().field("id");
    let got = batch.add(&TaskGet::new(id));
    let results = batch.send().unwrap().all().unwrap();
    assert_eq!(results.get(&got).unwrap()["title"], "First");
    assert_eq!(portal.requests().len(), 1);
}

/// What was executed before the command that failed has been executed: nobody may say that it was not.
#[test]
fn what_went_before_a_failure_happened() {
    let (portal, client) = echoing();
    let mut batch = client.batch();
    let added = batch.add(&task("First"));
    let lacking = batch.add(&TaskGet::new(999_999_u64));
    let later = batch.add(&task("Second"));
    let results = batch.send().unwrap();
    assert_eq!(portal.tasks().len(), 1);
    for handle in [&added, &later] {
        assert_eq!(results.get(handle).unwrap_err().outcome(), Outcome::Unknown);
    }
    assert_eq!(results.get(&lacking).unwrap_err().outcome(), Outcome::Unknown);
}
