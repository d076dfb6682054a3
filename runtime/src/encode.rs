//! Parameters on their way out: the JSON body of a request.

use serde::Serialize;

use crate::error::{Error, Invalid, Problem, Violation, cut};

/// The parameters of `method` as a JSON object, with the token among them if there is one.
///
/// # Errors
/// Why the parameters cannot be written as JSON, or that they are not an object; without what `scrub`
/// blots out.
pub(crate) fn body<P: Serialize + ?Sized>(
    method: &str,
    parameters: &P,
    token: Option<&str>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>, Error> {
    let written = serde_json::to_vec(parameters);
    object(written, token).map_err(|reason| refuse(method, &scrub(&reason)).into())
}

/// What is a list by itself, as a batch of REST 3 is.
///
/// # Errors
/// Why it cannot be written as JSON; without what `scrub` blots out.
pub(crate) fn list<P: Serialize + ?Sized>(
    method: &str,
    items: &P,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(items).map_err(|error| refuse(method, &scrub(&error.to_string())).into())
}

fn object(written: serde_json::Result<Vec<u8>>, token: Option<&str>) -> Result<Vec<u8>, String> {
    let mut body = written.map_err(|error| error.to_string())?;
    if body == b"null" {
        // No parameters at all: `()`, `None`.
        body = b"{}".to_vec();
    }
    if body.first() != Some(&b'{') {
        return Err("the parameters are not an object".to_owned());
    }
    if let Some(token) = token {
        let member = serde_json::to_string(token).map_err(|error| error.to_string())?;
        body.pop();
        if body.len() > 1 {
            body.push(b',');
        }
        body.extend_from_slice(b"\"auth\":");
        body.extend_from_slice(member.as_bytes());
        body.push(b'}');
    }
    Ok(body)
}

/// What was not sent, and why.
fn refuse(method: &str, reason: &str) -> Invalid {
    let reason = cut(reason);
    let problem = Problem::NotSerializable { reason };
    Invalid::new(method, vec![Violation::new(String::new(), None, problem)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(parameters: &serde_json::Value, token: Option<&str>) -> String {
        String::from_utf8(object(serde_json::to_vec(parameters), token).unwrap()).unwrap()
    }

    #[test]
    fn the_token_is_one_more_parameter() {
        assert_eq!(written(&json!({}), None), "{}");
        assert_eq!(written(&json!({}), Some("t")), r#"{"auth":"t"}"#);
        assert_eq!(
            written(&json!({"A": {}}), Some("t\"")),
            r#"{"A":{},"auth":"t\""}"#
        );
        assert_eq!(written(&json!(null), Some("t")), r#"{"auth":"t"}"#);
    }

    #[test]
    fn what_is_not_an_object_is_refused() {
        for parameters in [json!([1]), json!("text"), json!(1)] {
            let error = object(serde_json::to_vec(&parameters), None).unwrap_err();
            assert!(error.contains("not an object"), "{error}");
        }
    }
}
