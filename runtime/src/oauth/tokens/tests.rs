use std::time::Duration;

use super::*;

const OPENING: &str = "AUTH_ID=4ccess&AUTH_EXPIRES=3600&REFRESH_ID=r3fresh&APPLICATION_TOKEN=applicat1on\
    &APPLICATION_SCOPE=crm%2Cim&SERVER_ENDPOINT=https%3A%2F%2Foauth.bitrix24.tech%2Frest%2F\
    &member_id=a223c6b3&status=L&PLACEMENT=DEFAULT&PLACEMENT_OPTIONS=%7B%22any%22%3A%221%2F%22%7D";

const EVENT: &str = "event=ONAPPINSTALL&data%5BVERSION%5D=1&ts=1780000000&auth%5Baccess_token%5D=4ccess\
    &auth%5Brefresh_token%5D=r3fresh&auth%5Bexpires%5D=1780003600&auth%5Bexpires_in%5D=3600\
    &auth%5Bscope%5D=crm%2Cim&auth%5Bdomain%5D=example.bitrix24.ru&auth%5Bstatus%5D=F\
    &auth%5Bserver_endpoint%5D=https%3A%2F%2Foauth.bitrix24.tech%2Frest%2F&auth%5Bmember_id%5D=a223c6b3\
    &auth%5Bclient_endpoint%5D=https%3A%2F%2Fexample.bitrix24.ru%2Frest%2F&auth%5Buser_id%5D=67\
    &auth%5Bapplication_token%5D=applicat1on";

fn opened(query: &str, body: &str) -> Result<Tokens, ConfigError> {
    Tokens::from_opening_request(query, body)
}

#[test]
fn an_opening_request_gives_all_that_it_brings() {
    let before = SystemClock.unix().as_secs();
    let tokens = opened("DOMAIN=example.bitrix24.ru&PROTOCOL=1&LANG=ru&APP_SID=1", OPENING).unwrap();
    assert_eq!(tokens.access_token(), "4ccess");
    assert_eq!(tokens.refresh_token(), Some("r3fresh"));
    assert_eq!(tokens.client_endpoint(), "https://example.bitrix24.ru/rest/");
    assert_eq!(
        tokens.server_endpoint(),
        Some("https://oauth.bitrix24.tech/rest/")
    );
    assert_eq!(tokens.scope(), ["crm", "im"]);
    assert_eq!(
        (tokens.member_id(), tokens.status()),
        (Some("a223c6b3"), Some("L"))
    );
    assert!(tokens.has_application_token("applicat1on"));
    assert!(!tokens.has_application_token("applicat1om"));
    let expires = tokens.expires_at().unwrap() - 3600;
    assert!((before..=SystemClock.unix().as_secs()).contains(&expires));
}

#[test]
fn what_an_opening_request_lacks_is_named_as_it_is_there() {
    let query = "DOMAIN=example.bitrix24.ru&PROTOCOL=1";
    for (query, body, field) in [
        (query, "", "`AUTH_ID` is missing"),
        (query, "AUTH_ID=", "`AUTH_ID` is missing"),
        (query, "AUTH_ID=4cc+ess", "`AUTH_ID` has something else"),
        (
            query,
            "AUTH_ID=4ccess&REFRESH_ID=r3%00",
            "`REFRESH_ID` has something else",
        ),
        ("PROTOCOL=1", "AUTH_ID=4ccess", "`DOMAIN` is missing"),
        ("DOMAIN=&PROTOCOL=1", "AUTH_ID=4ccess", "`DOMAIN` is"),
        (
            "DOMAIN=a.ru%2Fb&PROTOCOL=1",
            "AUTH_ID=4ccess",
            "`DOMAIN` is unusable",
        ),
        (
            "DOMAIN=a.ru%3Fb&PROTOCOL=1",
            "AUTH_ID=4ccess",
            "`DOMAIN` is unusable",
        ),
        (
            "DOMAIN=4cc%40a.ru&PROTOCOL=1",
            "AUTH_ID=4ccess",
            "`DOMAIN` is unusable",
        ),
        (
            "DOMAIN=a.ru&PROTOCOL=0",
            "AUTH_ID=4ccess",
            "http is only for this machine",
        ),
    ] {
        let error = opened(query, body).unwrap_err().to_string();
        assert!(error.starts_with("tokens: ") && error.contains(field), "{error}");
        assert!(!error.contains("4cc") && !error.contains("r3"), "{error}");
    }
}

#[test]
fn an_event_gives_all_that_it_brings() {
    let tokens = Tokens::from_event(EVENT).unwrap();
    assert_eq!(tokens.access_token(), "4ccess");
    assert_eq!(tokens.refresh_token(), Some("r3fresh"));
    assert_eq!(tokens.expires_at(), Some(1_780_003_600));
    assert_eq!(tokens.domain(), "example.bitrix24.ru");
    assert_eq!(tokens.user_id(), Some(67));
    assert!(tokens.has_application_token("applicat1on"));
}

#[test]
fn an_event_for_no_user_has_no_tokens() {
    let body = "event=ONAPPUNINSTALL&auth[domain]=example.bitrix24.ru&auth[application_token]=applicat1on";
    let error = Tokens::from_event(body).unwrap_err().to_string();
    assert_eq!(error, "tokens: `auth[access_token]` is missing or empty");
}

#[test]
fn tokens_are_read_as_they_were_written() {
    let all = Tokens::from_event(EVENT).unwrap();
    let few = Tokens::new("http://127.0.0.1:8080", "4ccess", None).unwrap();
    for tokens in [all, few] {
        assert_eq!(Tokens::from_json(&tokens.to_json()).unwrap(), tokens);
        assert_eq!(format!("{tokens:?}"), format!("Tokens({}, ***)", tokens.origin()));
    }
}

#[test]
fn the_name_of_an_authorization_server_is_not_taken_for_the_portals() {
    let json = r#"{"access_token":"4ccess","domain":"oauth.bitrix.info"}"#;
    let error = Tokens::from_json(json).unwrap_err().to_string();
    assert_eq!(error, "tokens: `client_endpoint` is missing or empty");
    let json = r#"{"access_token":"4ccess","domain":"example.bitrix24.com"}"#;
    assert_eq!(Tokens::from_json(json).unwrap().domain(), "example.bitrix24.com");
}

#[test]
fn what_nothing_depends_on_may_be_unusable() {
    let json = r#"{"access_token":"4ccess","client_endpoint":"https:\/\/example.bitrix24.com\/rest\/",
        "expires":"soon","expires_in":-1,"user_id":null,"scope":[],"status":true,"member_id":7,"new":{}}"#;
    let tokens = Tokens::from_json(json).unwrap();
    assert_eq!((tokens.expires_at(), tokens.user_id()), (None, None));
    assert_eq!(tokens.scope(), [""; 0]);
    assert_eq!((tokens.status(), tokens.member_id()), (None, Some("7")));
}

#[test]
fn an_expiry_of_zero_is_none_and_a_span_counts_from_now() {
    #[derive(Debug)]
    struct At(u64);
    impl Clock for At {
        fn now(&self) -> Duration {
            self.unix()
        }
        fn unix(&self) -> Duration {
            Duration::from_secs(self.0)
        }
        fn sleep(&self, _: Duration) {}
    }
    let expires = |members: &str| {
        let json = format!(r#"{{"access_token":"4ccess","domain":"a.ru",{members}}}"#);
        let members: Map<String, Value> = serde_json::from_str(&json).unwrap();
        let tokens = Tokens::from_members(&members, None, &At(1_780_000_000)).unwrap();
        tokens.expires_at()
    };
    assert_eq!(expires(r#""expires":0,"expires_in":3600"#), Some(1_780_003_600));
    assert_eq!(
        expires(r#""expires":"1780000009","expires_in":3600"#),
        Some(1_780_000_009)
    );
    assert_eq!(expires(r#""expires_in":18446744073709551615"#), None);
}
