//! The reader itself, on a page made up for it: what it forgives, and what it refuses.

use serde_json::json;

use super::{Access, Fault, Repair, Request, Samples};

fn parse(page: &str) -> Samples {
    let samples = Samples::of(page);
    assert_eq!(samples.unreadable(), []);
    samples
}

fn refusal(page: &str) -> String {
    Samples::of(page).unreadable()[0].to_string()
}

/// The request of a page that has this command in a tab.
fn request(tab: &str, command: &str) -> Request {
    let page = format!("{{% list tabs %}}\n- {tab}\n    ```bash\n{command}\n    ```\n{{% endlist %}}\n");
    let page = parse(&page);
    assert_eq!(page.requests().len(), 1);
    page.requests()[0].clone()
}

#[test]
fn a_request_is_read_with_its_order() {
    let request = request(
        "cURL (OAuth)",
        r#"    curl -X POST \
      -H "Content-Type: application/json" \
      -d '{"b": 1.50, "auth": "token", "a": {"auth": [1, "x, y"], "Z": null}}' \
      "https://portal.example/rest/some.Method.json?x=1""#,
    );
    assert_eq!(request.line, 4);
    assert_eq!(request.access, Access::OAuth);
    assert_eq!(request.method, "some.Method");
    assert_eq!(request.url, "https://portal.example/rest/some.Method.json?x=1");
    assert_eq!(
        request.headers,
        [("Content-Type".to_owned(), "application/json".to_owned())]
    );
    assert_eq!(
        request.body,
        Some(json!({"b": 1.5, "a": {"auth": [1, "x, y"], "Z": null}}))
    );
    assert_eq!(request.text, r#"{"b":1.50,"a":{"auth":[1,"x, y"],"Z":null}}"#);
    assert_eq!(
        request.raw,
        r#"{"b": 1.50, "auth": "token", "a": {"auth": [1, "x, y"], "Z": null}}"#
    );
    assert_eq!(request.auth, Some(json!("token")));
    assert_eq!(request.keys(), ["b", "a"]);
    assert_eq!(request.faults, []);
}

#[test]
fn positional_parameters_may_be_a_list() {
    let request = request(
        "cURL (Webhook)",
        "curl -d '[ 1, \"a b\" ]' https://portal.example/rest/1/x/a.b",
    );
    assert_eq!(request.body, Some(json!([1, "a b"])));
    assert_eq!(request.text, r#"[1,"a b"]"#);
    assert_eq!((request.auth.clone(), request.keys()), (None, Vec::new()));
}

#[test]
fn faults_of_a_command_are_forgiven_and_named() {
    let faults = |command: &str| {
        let request = request("cURL (Webhook)", command);
        assert_eq!(request.access, Access::Webhook, "{command}");
        assert_eq!(request.method, "app.info", "{command}");
        (request.body.unwrap_or_default(), request.faults)
    };
    let url = "https://portal.example/rest/1/secret/app.info/";
    for (command, body, expected) in [
        (format!("curl {url}"), json!(null), vec![]),
        (format!("-d '{{}}' \\\n{url}"), json!({}), vec![Fault::NoCurl]),
        (
            format!("curl /\n  -d '{{}}' /\n  {url}"),
            json!({}),
            vec![Fault::Continuation],
        ),
        (
            format!("curl -d '{{}}'\n  {url} \\\n"),
            json!({}),
            vec![Fault::Continuation],
        ),
        (
            format!("curl -d '{{}}' \\  \n  {url}"),
            json!({}),
            vec![Fault::Continuation],
        ),
        (
            format!(r#"curl -d '{{"a":"\'b\'"}}' {url}"#),
            json!({"a": "'b'"}),
            vec![Fault::Quote],
        ),
        // These are as a shell has them.
        (
            format!(r#"curl -d '{{"a":"b'\''c"}}' {url}"#),
            json!({"a": "b'c"}),
            vec![],
        ),
        (
            format!(r#"curl -d "{{\"a\":\"b\"}}" {url}"#),
            json!({"a": "b"}),
            vec![],
        ),
        (
            format!(r#"curl -d '{{"a":"'"$(date --date='1 day')"'"}}' {url}"#),
            json!({"a": "$(date --date='1 day')"}),
            vec![],
        ),
    ] {
        assert_eq!(faults(&command), (body, expected), "{command}");
    }
}

#[test]
fn a_command_is_found_without_a_tab_and_its_access_in_the_address() {
    let page = "```curl\n-X POST https://portal.example/rest/api/1/secret/a.b\n```\n\n\
        ```bash\ncurl https://portal.example/rest/api/a.b\n```\n\n```bash\nls\n```\n";
    let access: Vec<Access> = parse(page)
        .requests()
        .iter()
        .map(|request| request.access)
        .collect();
    assert_eq!(access, [Access::Webhook, Access::OAuth]);
}

#[test]
fn a_command_that_cannot_be_read_is_refused_with_its_line() {
    let url = "https://portal.example/rest/a.b";
    for (command, refused) in [
        ("curl -X POST".to_owned(), "2: there is no URL"),
        ("\n\ncurl -X".to_owned(), "4: `-X` has no value"),
        (
            format!("curl \\\n -d '{{\"a\": \\\n {url}"),
            "3: the quote ' is never closed",
        ),
        (
            format!("curl {url} {url}"),
            "2: `https://portal.example/rest/a.b` is a second one",
        ),
        (format!("curl {url} \\\n -d"), "3: `-d` has no value"),
        (
            format!("curl {url} --upload x"),
            "2: `--upload` is not known here",
        ),
        (format!("curl {url} -H x"), "2: `x` is no header"),
        (
            format!("curl {url} \\\n -d '{{\n\"a\": b\n}}'"),
            "4: the body is no JSON: expected value at line 2 column 6",
        ),
        (
            format!("curl {url} -d '1'"),
            "2: the body is neither an object nor a list",
        ),
        (
            format!("curl {url} -d '{{\"a\":1,\"a\":2}}'"),
            "2: the body has a key twice",
        ),
    ] {
        let page = format!("```curl\n{command}\n```\n");
        assert_eq!(refusal(&page), refused, "{command}");
    }
    assert_eq!(refusal("\n```curl\ncurl\n"), "2: the code sample is never closed");
}

#[test]
fn answers_and_errors_are_told_apart() {
    let page = parse(
        "## Параметры\n```json\n{\"result\": 1}\n```\n```json\n{\"other\": 1}\n```\n\
         ## Обработка ответа\nHTTP-статус: **200**\n```json\n{\"time\": 2}\n```\n\
         ```json\n{\"error\": \"3\"}\n```\n### Поля\n```json\n{\"other\": 1}\n```\n\
         ### Назначить ответственного\n```json\n{\"other\": 1}\n```\n\
         ## Обработка ошибок\nHTTP-статус: **400**, **403**\n```json\n{\"reason\": 4}\n```\n",
    );
    let answers: Vec<_> = page
        .answers()
        .iter()
        .map(|a| (a.line, &a.value, &a.statuses[..]))
        .collect();
    assert_eq!(
        answers,
        [
            (3, &json!({"result": 1}), &[][..]),
            (11, &json!({"time": 2}), &[200])
        ]
    );
    let errors: Vec<_> = page
        .errors()
        .iter()
        .map(|a| (a.line, &a.value, &a.statuses[..]))
        .collect();
    assert_eq!(
        errors,
        [
            (14, &json!({"error": "3"}), &[200][..]),
            (27, &json!({"reason": 4}), &[400, 403])
        ]
    );
}

#[test]
fn a_page_without_samples_has_none() {
    let page = parse("# Метод\n\n```js\nlet result = 1;\n```\n\nСлова и ```код```.\n");
    assert!(page.requests().is_empty() && page.answers().is_empty() && page.errors().is_empty());
}

#[test]
fn faults_of_an_answer_are_mended_and_named() {
    use Repair::{Braces, Comma, Comment, Ellipsis};
    let mend = |sample: &str| {
        let page = parse(&format!("## Ответ\n```json\n{sample}\n```\n"));
        let [answer] = page.answers() else {
            panic!("{sample}")
        };
        assert_eq!(answer.raw, format!("{sample}\n"));
        assert_eq!(answer.text == answer.raw, answer.repairs.is_empty(), "{sample}");
        (answer.value.clone(), answer.repairs.clone())
    };
    for (sample, value, repairs) in [
        (r#"{"a": "..., // ,]"}"#, json!({"a": "..., // ,]"}), vec![]),
        ("[1, 2,\n]", json!([1, 2]), vec![Comma]),
        (
            "{\"a\": 1, // one \"\n\"b\": 2 // two\n}",
            json!({"a": 1, "b": 2}),
            vec![Comment],
        ),
        ("{\"a\": 1, // one\n}", json!({"a": 1}), vec![Comment, Comma]),
        ("[{}\n{\"a\": 1}]", json!([{}, {"a": 1}]), vec![Comma]),
        ("[1, ...]", json!([1]), vec![Ellipsis]),
        ("[..., 1]", json!([1]), vec![Ellipsis]),
        ("[1, ..., 2]", json!([1, 2]), vec![Ellipsis]),
        (
            "{\"a\": 1,\n...\n\"b\": {...}}",
            json!({"a": 1, "b": {}}),
            vec![Ellipsis],
        ),
        ("\"a\": [],\n\"b\": 1", json!({"a": [], "b": 1}), vec![Braces]),
    ] {
        assert_eq!(mend(sample), (value, repairs), "{sample}");
    }
}

#[test]
fn an_answer_beyond_repair_is_refused_with_its_line() {
    let page = "## Ответ\n```json\n{\n\"a\": // one\nabc}\n```\n";
    let refused = refusal(page);
    assert!(refused.starts_with("5: the answer is no JSON"), "{refused}");
}

#[test]
fn a_body_is_mended_and_the_fault_is_named() {
    for (sample, body) in [
        ("{\"id\": **put_id_here**}", json!({"id": "**put_id_here**"})),
        ("{\"id\": 1, }", json!({"id": 1})),
    ] {
        let page = parse(&format!(
            "```curl\ncurl -d '{sample}' https://a.example/rest/a.b\n```\n"
        ));
        let [request] = page.requests() else {
            panic!("{sample}")
        };
        assert_eq!(
            (request.body.as_ref(), &request.faults[..]),
            (Some(&body), &[Fault::Body][..])
        );
        assert_eq!(request.raw, sample);
    }
}

#[test]
fn a_comment_is_no_word() {
    let page = parse("```curl\ncurl -d '{\"id\":1}' \\ # an id\nhttps://a.example/rest/a.b\n```\n");
    assert_eq!(page.requests()[0].body, Some(json!({"id": 1})));
}
