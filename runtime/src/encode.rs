//! Parameters on their way out: the JSON body of a request.

use serde::Serialize;

use crate::error::{Invalid, Problem, Violation};

/// The parameters as a JSON object, with the token among them if there is one.
///
/// # Errors
/// If the parameters cannot be written as JSON, or are not an object.
pub(crate) fn body<P: Serialize + ?Sized>(
    method: &str,
    parameters: &P,
    token: Option<&str>,
) -> Result<Vec<u8>, Invalid> {
    let mut body = serde_json::to_vec(parameters).map_err(|error| refuse(method, error.to_string()))?;
    if body == b"null" {
        // No parameters at all: `()`, `None`.
        body = b"{}".to_vec();
    }
    if body.first() != Some(&b'{') {
        return Err(refuse(method, "the parameters are not an object".to_owned()));
    }
    if let Some(token) = token {
        let member = serde_json::to_string(token).map_err(|error| refuse(method, error.to_string()))?;
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

fn refuse(method: &str, reason: String) -> Invalid {
    let problem = Problem::NotSerializable { reason };
    Invalid::new(method, vec![Violation::new(String::new(), None, problem)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(parameters: &serde_json::Value, token: Option<&str>) -> String {
        String::from_utf8(body("m", parameters, token).unwrap()).unwrap()
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
            let error = body("user.get", &parameters, None).unwrap_err().to_string();
            assert!(
                error.contains("user.get was not called") && error.contains("not an object"),
                "{error}"
            );
        }
    }
}
