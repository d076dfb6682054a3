//! What the commands of a batch have cost, each by itself.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::time::Time;

/// The method that runs others.
pub(super) const NAME: &str = "batch";

/// The methods of a batch with what the answer tells about each, from the request's body and the
/// answer's result. What cannot be read is left out.
pub(super) fn costs(body: &[u8], result: &str) -> Vec<(String, Time)> {
    let sent: Value = serde_json::from_slice(body).unwrap_or_default();
    let times = times(result).unwrap_or_default();
    // A list, or an object where the commands have names; in the answer likewise.
    let at = |all: &Value, key: &str, index: usize| -> Option<Value> {
        all.get(key).or_else(|| all.get(index)).cloned()
    };
    let named: Vec<(String, &Value)> = match &sent["cmd"] {
        Value::Object(commands) => commands
            .iter()
            .map(|(name, command)| (name.clone(), command))
            .collect(),
        Value::Array(commands) => {
            let numbered = commands.iter().enumerate();
            numbered
                .map(|(index, command)| (index.to_string(), command))
                .collect()
        }
        _ => Vec::new(),
    };
    let costs = named
        .into_iter()
        .enumerate()
        .filter_map(|(index, (name, command))| {
            let (method, _) = command
                .as_str()?
                .split_once('?')
                .unwrap_or((command.as_str()?, ""));
            let time = serde_json::from_value(at(&times, &name, index)?).ok()?;
            Some((method.trim_start_matches('/').to_owned(), time))
        });
    costs.collect()
}

/// The member `result_time` of a batch's result.
fn times(result: &str) -> Option<Value> {
    const KEY: &str = "\"result_time\":";
    // Portals write it last, behind rows by the thousand that need not be read for it.
    let last = result.rfind(KEY).and_then(|place| {
        let times = result.get(place + KEY.len()..)?.trim_end().strip_suffix('}')?;
        serde_json::from_str(times).ok()
    });
    last.or_else(|| {
        let answered: BTreeMap<String, &RawValue> = serde_json::from_str(result).ok()?;
        serde_json::from_str(answered.get("result_time")?.get()).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::time::Duration;

    #[test]
    fn each_command_has_its_own_cost() {
        let body = json!({"cmd": {"a": "user.get?ID=1", "b": "crm.deal.list", "c": 7}});
        let result = json!({"result_time": {"a": {"operating": 1.5}, "c": {"operating": 9}}});
        let costs = costs(body.to_string().as_bytes(), &result.to_string());
        assert_eq!(costs.len(), 1);
        assert_eq!(costs[0].0, "user.get");
        assert_eq!(costs[0].1.operating(), Some(Duration::from_millis(1_500)));
    }

    #[test]
    fn commands_may_be_numbered_on_either_side() {
        let body = json!({"cmd": ["user.get", "user.current"]}).to_string();
        for times in [
            json!([{"operating": 1}, {"operating": 2}]),
            json!({"0": {"operating": 1}, "1": {"operating": 2}}),
        ] {
            let result = json!({"result_time": times}).to_string();
            let methods: Vec<_> = costs(body.as_bytes(), &result)
                .into_iter()
                .map(|(method, _)| method)
                .collect();
            assert_eq!(methods, ["user.get", "user.current"]);
        }
    }

    #[test]
    fn the_times_are_found_wherever_they_stand() {
        let times = json!({"a": {"operating": 2}});
        for result in [
            format!(r#"{{"result":{{"a":"\"result_time\":1"}},"result_time":{times}}}"#),
            format!(r#"{{"result_time" : {times} , "result":{{"a":{{"b":{{"result_time":7}}}}}} }}"#),
            format!(r#"{{"result":{{"a":{{"result_time":{{"a":1}}}}}},"result_time":{times}}}"#),
            format!(r#"{{"result_time":{times},"result":{{"a":{{"result_time":{{"a":1}}}}}}}}"#),
        ] {
            assert_eq!(super::times(&result), Some(times.clone()), "{result}");
        }
    }

    #[test]
    fn nothing_is_told_about_what_is_no_batch() {
        assert!(costs(b"", "[]").is_empty());
        assert!(costs(b"{\"cmd\":7}", "7").is_empty());
    }
}
