//! Commands without references.

use b24_portal::{Answer, Portal};

use super::{batch, result, shown, wire};

fn portal() -> Portal {
    let portal = Portal::start().unwrap();
    portal.answer("echo", Answer::echo());
    portal.answer("fail", Answer::error(400, "NO_WAY", "Not like this"));
    portal.answer("nothing", Answer::result("null"));
    portal
}

const NOTHING: &str = r#"{"result":[],"result_error":[],"result_total":[],"result_next":[]"#;

#[test]
fn each_command_is_answered_under_its_own_key() {
    assert_eq!(
        shown(
            &portal(),
            r#"{"cmd":{"a":"echo?x=1&y[]=2","b":"fail?x=1","c":"nothing","d":"no.such.method"}}"#
        ),
        concat!(
            r#"{"result":{"a":{"x":"1","y":["2"]},"c":null},"result_error":{"#,
            r#""b":{"error":"NO_WAY","error_description":"Not like this"},"#,
            r#""d":{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"}},"#,
            r#""result_total":[],"result_next":[]"#
        )
    );
}

#[test]
fn keys_decide_what_is_a_list() {
    let portal = portal();
    assert_eq!(
        shown(&portal, r#"{"cmd":["echo?x=1","fail","echo?x=2"]}"#),
        concat!(
            r#"{"result":{"0":{"x":"1"},"2":{"x":"2"}},"result_error":{"1":"#,
            r#"{"error":"NO_WAY","error_description":"Not like this"}},"result_total":[],"result_next":[]"#
        )
    );
    assert_eq!(
        shown(&portal, r#"{"cmd":{"0":"echo?x=1","1":"fail"}}"#),
        concat!(
            r#"{"result":[{"x":"1"}],"result_error":{"1":"#,
            r#"{"error":"NO_WAY","error_description":"Not like this"}},"result_total":[],"result_next":[]"#
        )
    );
}

#[test]
fn what_is_no_text_is_passed_over_but_counted() {
    let portal = portal();
    assert_eq!(
        shown(&portal, r#"{"cmd":[7,{"method":"echo"},"echo?x=1"]}"#),
        concat!(
            r#"{"result":{"2":{"x":"1"}},"result_error":[],"#,
            r#""result_total":[],"result_next":[]"#
        )
    );
    for cmd in ["7", r#""echo""#, "null", "[]"] {
        assert_eq!(shown(&portal, &format!(r#"{{"cmd":{cmd}}}"#)), NOTHING);
    }
    assert_eq!(shown(&portal, "{}"), NOTHING);
    assert_eq!(portal.executions("echo"), 1);
    assert_eq!(portal.executions("batch"), 6);
}

#[test]
fn fifty_commands_are_run() {
    let portal = portal();
    let commands: Vec<String> = (0..52).map(|number| format!("echo?n={number}")).collect();
    let cmd = serde_json::to_string(&commands).unwrap();
    let answer = result(&portal, &format!(r#"{{"cmd":{cmd}}}"#));
    assert_eq!(portal.executions("echo"), 50);
    assert_eq!(answer["result"].as_array().unwrap().len(), 50);
    for late in ["50", "51"] {
        assert_eq!(
            answer["result_error"][late]["error"],
            "ERROR_BATCH_LENGTH_EXCEEDED"
        );
    }
    // One that is passed over has taken a place.
    let cmd = cmd.replacen(r#""echo?n=0""#, "0", 1);
    result(&portal, &format!(r#"{{"cmd":{cmd}}}"#));
    assert_eq!(portal.executions("echo"), 50 + 49);
}

#[test]
fn a_batch_holds_no_batch() {
    let portal = portal();
    for method in ["batch", "Batch", "upload", "download"] {
        let answer = result(&portal, &format!(r#"{{"cmd":["{method}?cmd[]=echo"]}}"#));
        assert_eq!(
            answer["result_error"][0]["error"], "ERROR_BATCH_METHOD_NOT_ALLOWED",
            "{method}"
        );
    }
    assert_eq!(portal.executions("echo"), 0);
}

#[test]
fn halt_ends_a_batch_at_the_first_failure() {
    for (halt, runs) in [
        ("1", 1),
        ("true", 1),
        (r#""false""#, 1),
        (r#"["no"]"#, 1),
        ("0", 2),
        ("false", 2),
        (r#""0""#, 2),
        (r#""""#, 2),
        ("null", 2),
    ] {
        let portal = portal();
        let cmd = r#"["echo","fail","echo"]"#;
        let answer = result(&portal, &format!(r#"{{"HALT":{halt},"Cmd":{cmd}}}"#));
        assert_eq!(portal.executions("echo"), runs, "halt: {halt}");
        assert!(answer["result_error"]["1"].is_object(), "halt: {halt}");
    }
}

#[test]
fn commands_are_cut_at_a_fragment_and_read_as_urls() {
    let portal = portal();
    assert_eq!(
        shown(
            &portal,
            r#"{"cmd":["echo?a=1#b&c=2","ECHO?a=%23b+c","/echo?a=1","https://x/echo?a=1","echo:80","echo"]}"#
        ),
        concat!(
            r##"{"result":{"0":{"a":"1"},"1":{"a":"#b c"},"5":[]},"result_error":{"##,
            r#""2":{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"},"#,
            r#""3":{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"},"#,
            r#""4":{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"}},"#,
            r#""result_total":[],"result_next":[]"#
        )
    );
}

#[test]
fn commands_run_as_who_sends_the_batch() {
    let portal = portal();
    let url = format!("{}/rest/batch", portal.url());
    let body = format!(
        r#"{{"auth":"{}","cmd":["echo?auth=wrong&x=1","app.info"]}}"#,
        portal.token()
    );
    let answer = wire::post_json(&url, &body);
    assert!(
        answer
            .body
            .starts_with(r#"{"result":{"result":[{"x":"1"},{"ID":5"#),
        "{}",
        answer.body
    );

    let url = format!("{}batch", portal.limited_webhook());
    let answer = wire::post_json(&url, r#"{"cmd":["imbot.bot.list","echo"]}"#);
    assert!(
        answer
            .body
            .contains(r#""result_error":[{"error":"insufficient_scope","error_description":""}]"#),
        "{}",
        answer.body
    );
}

#[test]
fn pages_tell_where_they_go_on_beside_the_results() {
    let portal = portal();
    portal.answer_once("user.get", Answer::page(r#"[{"ID":"1"}]"#, Some(1), 2));
    portal.answer_once("user.get", Answer::page(r#"[{"ID":"2"}]"#, None, 2));
    assert_eq!(
        shown(&portal, r#"{"cmd":{"a":"user.get","b":"user.get?start=1"}}"#),
        concat!(
            r#"{"result":{"a":[{"ID":"1"}],"b":[{"ID":"2"}]},"result_error":[],"#,
            r#""result_total":{"a":2,"b":2},"result_next":{"a":1}"#
        )
    );
}

#[test]
fn a_result_that_looks_like_an_error_is_one() {
    let portal = portal();
    let odd = r#"{"error":"E","error_description":"D","ID":1}"#;
    portal.answer("odd", Answer::result(odd));
    assert_eq!(
        shown(&portal, r#"{"cmd":{"a":"odd"}}"#),
        format!(r#"{{"result":[],"result_error":{{"a":{odd}}},"result_total":[],"result_next":[]"#)
    );
}

#[test]
fn what_a_script_sends_whole_takes_the_place_of_the_batch() {
    let portal = portal();
    portal.answer("crash", Answer::raw(500, "text/html", "<h1>Oops</h1>"));
    let answer = batch(&portal, r#"{"cmd":["echo","crash","echo"]}"#);
    assert_eq!((answer.status, answer.body.as_str()), (500, "<h1>Oops</h1>"));
    assert_eq!(portal.executions("echo"), 1);
}
