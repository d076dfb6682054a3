use http::HeaderValue;

use super::{Reason, RedirectPolicy, Refused, next};
use crate::error::{Advice, Outcome};

const PATH: &str = "/rest/1/c0de5ecret/crm.deal.add";
const OLD: &str = "https://old.bitrix24.com";

fn decide(policy: &RedirectPolicy, origin: &str, status: u16, location: &str) -> Result<String, Refused> {
    let location = HeaderValue::from_bytes(location.as_bytes()).unwrap();
    next(policy, origin, PATH, status, Some(&location))
}

fn followed(origin: &str, location: &str) -> String {
    decide(&RedirectPolicy::default(), origin, 302, location).unwrap()
}

fn refused(origin: &str, location: &str) -> Reason {
    let policy = RedirectPolicy::default();
    let reason = decide(&policy, origin, 302, location).unwrap_err().reason();
    // Whoever allows everything allows hosts, and nothing else.
    if reason != Reason::Stranger {
        let all = RedirectPolicy::allow(|_, _| true);
        let again = decide(&all, origin, 302, location).unwrap_err();
        assert_eq!(again.reason(), reason, "{location}");
    }
    reason
}

#[test]
fn a_renamed_portal_is_followed_within_its_domain() {
    for (origin, location, to) in [
        (OLD, "https://new.bitrix24.com", "https://new.bitrix24.com"),
        (OLD, "//new.bitrix24.com", "https://new.bitrix24.com"),
        (OLD, "HTTPS://New.Bitrix24.COM:443", "https://new.bitrix24.com"),
        (
            "https://old.bitrix24.com.br",
            "https://new.bitrix24.com.br",
            "https://new.bitrix24.com.br",
        ),
        (
            "https://old.bitrix24.ru:443",
            "https://new.bitrix24.ru",
            "https://new.bitrix24.ru",
        ),
    ] {
        for slash in ["", "/"] {
            assert_eq!(
                followed(origin, &format!("{location}{PATH}{slash}")),
                to,
                "{location}"
            );
        }
    }
    for status in [301, 302, 303, 307, 308] {
        let to = format!("https://new.bitrix24.com{PATH}");
        assert!(
            decide(&RedirectPolicy::default(), OLD, status, &to).is_ok(),
            "{status}"
        );
    }
}

#[test]
fn no_credentials_go_to_a_host_that_only_resembles_a_portal() {
    for (origin, host) in [
        (OLD, "new.bitrix24.ru"),
        (OLD, "example.com"),
        (OLD, "bitrix24.com"),
        (OLD, "old.bitrix24.com.example.com"),
        (OLD, "a.new.bitrix24.com"),
        (OLD, "newbitrix24.com"),
        (OLD, "new.bitrix24.com."),
        (OLD, "new.bitrix24.com:8443"),
        (OLD, "old.bitrix24.com:8443"),
        (OLD, "127.0.0.1"),
        ("https://shop.bitrix24.site", "evil.bitrix24.site"),
        ("https://portal.example.com", "new.example.com"),
        ("https://portal.example.com", "portal.example.com:8443"),
        ("http://127.0.0.1:8000", "new.bitrix24.com"),
    ] {
        assert_eq!(
            refused(origin, &format!("https://{host}{PATH}")),
            Reason::Stranger,
            "{host}"
        );
    }
}

#[test]
fn only_https_is_followed_over_the_network() {
    assert_eq!(
        refused(OLD, &format!("http://new.bitrix24.com{PATH}")),
        Reason::Readable
    );
    assert_eq!(
        refused(OLD, &format!("http://old.bitrix24.com{PATH}")),
        Reason::Readable
    );
    let to = followed("http://127.0.0.1:8000", &format!("http://127.0.0.1:8001{PATH}"));
    assert_eq!(to, "http://127.0.0.1:8001");
    let to = followed("http://localhost:8000", &format!("http://[::1]:8001{PATH}"));
    assert_eq!(to, "http://[::1]:8001");
}

#[test]
fn only_the_same_path_and_query_are_followed() {
    for path in [
        "/",
        "",
        "/rest/1/c0de5ecret/crm.deal.delete",
        "/rest/1/c0de5ecret/crm.deal.add?a=1",
        "/rest/1/C0DE5ECRET/crm.deal.add",
    ] {
        assert_eq!(
            refused(OLD, &format!("https://new.bitrix24.com{path}")),
            Reason::OtherPath,
            "{path}"
        );
    }
    assert_eq!(refused(OLD, "/login/"), Reason::OtherPath);
    let location = HeaderValue::from_static("https://new.bitrix24.com/rest/a?b=1");
    let decide = |path| next(&RedirectPolicy::default(), OLD, path, 302, Some(&location));
    assert!(decide("/rest/a?b=1").is_ok());
    assert_eq!(decide("/rest/a").unwrap_err().reason(), Reason::OtherPath);
    assert_eq!(decide("/rest/a?b=2").unwrap_err().reason(), Reason::OtherPath);
}

#[test]
fn a_redirect_to_the_same_address_leads_nowhere() {
    for location in [
        PATH.to_owned(),
        format!("{PATH}/"),
        format!("{OLD}{PATH}"),
        format!("{OLD}:443{PATH}"),
    ] {
        assert_eq!(refused(OLD, &location), Reason::Itself, "{location}");
    }
}

#[test]
fn what_is_no_address_of_a_portal_is_told() {
    for location in [
        "",
        "ht tp://x",
        "https://",
        "http://[::1",
        "ftp://new.bitrix24.com/",
        "javascript:alert(1)",
        "crm.deal.add",
        "https://me@new.bitrix24.com/",
        "https://new.bitrix24.com:99999999/",
        "https://new.bitrix24.com\\@example.com/",
        "https:/\\new.bitrix24.com/",
        "/\\new.bitrix24.com/",
        "\u{436}",
        "https://п.bitrix24.com/",
    ] {
        assert_eq!(refused(OLD, location), Reason::NoAddress, "{location}");
    }
    let nowhere = next(&RedirectPolicy::default(), OLD, PATH, 302, None);
    assert_eq!(nowhere.unwrap_err().reason(), Reason::NoLocation);
}

#[test]
fn an_expired_licence_is_recognised_and_a_matter_for_people() {
    for location in [
        "/bitrix/coupon_activation.php",
        "https://portal.example.com/bitrix/coupon_activation.php?back=1",
    ] {
        let origin = "https://portal.example.com";
        let refused = decide(&RedirectPolicy::default(), origin, 302, location).unwrap_err();
        assert_eq!(refused.reason(), Reason::Licence);
        let error = refused.into_error();
        assert_eq!(
            (error.outcome(), error.advice()),
            (Outcome::NotExecuted, Advice::Contact)
        );
        assert!(
            error.to_string().contains("the portal's licence has expired"),
            "{error}"
        );
    }
}

#[test]
fn a_redirect_that_may_follow_upon_execution_is_unknown() {
    for status in [300, 304, 305] {
        let to = format!("https://new.bitrix24.com{PATH}");
        let refused = decide(&RedirectPolicy::default(), OLD, status, &to).unwrap_err();
        assert_eq!(refused.reason(), Reason::OtherRequest);
        assert_eq!(refused.into_error().outcome(), Outcome::Unknown);
    }
    let refused = decide(&RedirectPolicy::default(), OLD, 303, "/done").unwrap_err();
    assert_eq!(refused.into_error().outcome(), Outcome::Unknown);
}

#[test]
fn the_owner_decides_about_hosts() {
    let to = format!("https://portal.acme.com:8443{PATH}");
    let policy = RedirectPolicy::allow(|from, to| (from, to) == ("old.bitrix24.com", "portal.acme.com:8443"));
    assert_eq!(
        decide(&policy, OLD, 302, &to).unwrap(),
        "https://portal.acme.com:8443"
    );
    let stranger = decide(&policy, "https://other.bitrix24.com", 302, &to).unwrap_err();
    assert_eq!(stranger.reason(), Reason::Stranger);
    // What is followed anyway is not asked about.
    let renamed = format!("https://new.bitrix24.com{PATH}");
    assert!(decide(&policy, OLD, 302, &renamed).is_ok());
    let nowhere = decide(&RedirectPolicy::none(), OLD, 302, &renamed).unwrap_err();
    assert_eq!(nowhere.reason(), Reason::Stranger);
}

#[test]
fn no_words_show_the_path() {
    let origins = [
        "https://new.bitrix24.com",
        "http://new.bitrix24.com",
        "https://example.com",
        OLD,
        "",
    ];
    let paths = [PATH, "/rest/1/c0de5ecret/profile", "/login?c0de5ecret"];
    for location in origins
        .iter()
        .flat_map(|origin| paths.map(|path| format!("{origin}{path}")))
    {
        for status in [302, 303] {
            if let Err(refused) = decide(&RedirectPolicy::none(), OLD, status, &location) {
                let shown = format!("{refused:?} {}", refused.clone().into_error());
                assert!(!shown.contains("c0de5ecret"), "{shown}");
                assert!(shown.contains(&format!("HTTP {status} ")), "{shown}");
            }
        }
    }
    let error = Refused::too_many(302).into_error().to_string();
    assert!(error.contains("HTTP 302 back and forth"), "{error}");
}
