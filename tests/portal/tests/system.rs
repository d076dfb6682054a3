//! Methods about the portal and its user.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

mod wire;

use b24_portal::Portal;
use wire::get;

#[test]
fn the_time_of_the_server_is_the_date_of_the_answer() {
    let portal = Portal::start().unwrap();
    let answer = get(&format!("{}server.time", portal.webhook()));
    let value: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(value["result"], value["time"]["date_start"]);
    assert!(answer.result().ends_with("+03:00\""));
}

#[test]
fn the_current_user_is_an_active_person_whose_number_is_text() {
    let portal = Portal::start().unwrap();
    let answer = get(&format!("{}user.current", portal.webhook()));
    let start = r#"{"ID":"1","ACTIVE":true,"NAME":""#;
    assert!(answer.result().starts_with(start), "{}", answer.body);
    assert!(
        answer
            .result()
            .ends_with(r#","UF_EMPLOYMENT_DATE":"","UF_DEPARTMENT":[1]}"#)
    );
}

#[test]
fn only_an_application_has_information() {
    let portal = Portal::start().unwrap();
    let application = get(&format!("{}/rest/app.info?auth={}", portal.url(), portal.token()));
    assert_eq!(
        application.result(),
        r#"{"ID":5,"CODE":"local.sandbox000000.00000000","VERSION":1,"STATUS":"L","INSTALLED":true,"PAYMENT_EXPIRED":"N","DAYS":null,"LANGUAGE_ID":"ru","LICENSE":"ru_pro100","LICENSE_TYPE":"pro100","LICENSE_FAMILY":"pro"}"#
    );
    let webhook = get(&format!("{}app.info", portal.webhook()));
    let body =
        r#"{"error":"ACCESS_DENIED","error_description":"Access denied! Application context required"}"#;
    assert_eq!(webhook.failure(), (400, body));
}
