//! What commands take from those before them.

use b24_portal::{Answer, Portal};
use serde_json::{Value, json};

use super::result;

/// What `echo` received as `x`, when `value` is written into a command after some others.
fn resolved(value: &str) -> Value {
    let portal = Portal::start().unwrap();
    portal.answer("echo", Answer::echo());
    portal.answer(
        "item",
        Answer::result(r#"{"ID":17,"NAME":"Ada L","PRICE":1.5,"NO":null,"ON":true,"LIST":["a",{"b":"c"}]}"#),
    );
    portal.answer("number", Answer::result("2725"));
    portal.answer("page", Answer::page(r#"[{"ID":"1"}]"#, Some(50), 99));
    portal.answer("fail", Answer::error(400, "NO_WAY", "Not like this"));
    let commands = json!({
        "item": "item", "number": "number", "page": "page", "fail": "fail",
        "z": format!("echo?{value}"),
    });
    let answer = result(&portal, &json!({ "cmd": commands }).to_string());
    answer["result"]["z"]["x"].clone()
}

fn item() -> Value {
    json!({"ID": 17, "NAME": "Ada L", "PRICE": 1.5, "NO": null, "ON": true, "LIST": ["a", {"b": "c"}]})
}

#[test]
fn a_reference_alone_keeps_the_type() {
    for (value, expected) in [
        ("x=$result[item][ID]", json!(17)),
        ("x=$result[item][PRICE]", json!(1.5)),
        ("x=$result[item][NAME]", json!("Ada L")),
        ("x=$result[item][ON]", json!(true)),
        ("x=$result[item][LIST]", json!(["a", {"b": "c"}])),
        ("x=$result[item][LIST][1][b]", json!("c")),
        ("x=$result[item]", item()),
        ("x=$result[number]", json!(2725)),
        ("x=$RESULT[number]", json!(2725)),
        ("x=$next[page]", json!(50)),
        ("x=$total[page]", json!(99)),
        ("x=$error[fail][error]", json!("NO_WAY")),
        ("x=$time[number][operating]", json!(0)),
        ("x=%24result%5Bnumber%5D", json!(2725)),
    ] {
        assert_eq!(resolved(value), expected, "{value}");
    }
}

#[test]
fn a_wrong_key_gives_what_it_was_looked_for_in() {
    for (value, expected) in [
        ("x=$result[item][id]", item()),
        ("x=$result[item][NO]", item()),
        ("x=$result[item][ID][deeper]", json!(17)),
        ("x=$result[item][LIST][9]", json!(["a", {"b": "c"}])),
        ("x=$total[item]", json!({"page": 99})),
        ("x=$next[nobody][y]", json!({"page": 50})),
    ] {
        assert_eq!(resolved(value), expected, "{value}");
    }
    // Of a command that failed, came later or never was: the results of all.
    for command in ["fail", "z", "nobody"] {
        let all = resolved(&format!("x=$result[{command}][ID]"));
        assert_eq!(all["item"], item());
        assert_eq!(all["number"], 2725);
    }
}

#[test]
fn inside_a_text_only_text_and_numbers_are_put() {
    for (value, expected) in [
        (
            "x=Deal $result[item][ID] by $result[item][NAME] !",
            "Deal 17 by Ada L !",
        ),
        ("x=n:$result[number]", "n:2725"),
        ("x=[b]$result[item][PRICE] $total[page]", "[b]1.5 99"),
        ("x=on $result[item][ON]", "on $result[item][ON]"),
        ("x=all $result[item]", "all $result[item]"),
        ("x=one $result[nobody]", "one $result[nobody]"),
    ] {
        assert_eq!(resolved(value), json!(expected), "{value}");
    }
}

#[test]
fn a_reference_runs_to_the_next_blank() {
    for (value, expected) in [
        // Two names with a comma are one path, of which the first part is found.
        ("x=$result[number],$result[item]", json!(2725)),
        ("x=$result[item],$result[ID]", json!(17)),
        ("x=$result[number]kg", json!(2725)),
        ("x=of $result[number]kg it", json!("of 2725 it")),
        ("x=$results[number]", json!(2725)),
        ("x=$result.item[item][ID]", json!(17)),
        ("x=$result[number]%0A$result[number]", json!("2725\n2725")),
    ] {
        assert_eq!(resolved(value), expected, "{value}");
    }
}

#[test]
fn what_only_resembles_a_reference_is_left() {
    for text in [
        "$result",
        "$result []",
        "$result[]",
        "$resul[item]",
        "result[item]",
        "$ result[item]",
        "$result [item]",
        "$5[item]",
        "$",
    ] {
        assert_eq!(resolved(&format!("x={text}")), json!(text));
    }
}

#[test]
fn references_are_found_at_any_depth_but_not_in_names() {
    assert_eq!(
        resolved("x[a][0][b]=$result[number]&x[a][1]=- $result[number]"),
        json!({"a": [{"b": 2725}, "- 2725"]})
    );
    assert_eq!(resolved("x[$result]=1"), json!({"$result": "1"}));
}
