//! Numbers, texts and booleans.

use super::*;

#[test]
fn a_whole_number_is_a_number_or_a_text_of_digits() {
    taken(
        &12_u8,
        &[
            "12",
            "12.0",
            "1.2e1",
            r#""12""#,
            r#""12.0""#,
            r#""012""#,
            r#""12.000""#,
        ],
    );
    taken(&-12_i8, &["-12", "-12.0", r#""-12""#, r#""-12.00""#]);
    taken(&0_u64, &["0", "-0", "0.0", r#""0""#, r#""-0""#]);
    taken(&u64::MAX, &["18446744073709551615", r#""18446744073709551615""#]);
    taken(&i64::MIN, &["-9223372036854775808", r#""-9223372036854775808""#]);
    taken(&u128::MAX, &[r#""340282366920938463463374607431768211455""#]);
    taken(&i128::MIN, &[r#""-170141183460469231731687303715884105728""#]);
    taken(&i128::MAX, &[r#""170141183460469231731687303715884105727""#]);
    taken(&9_007_199_254_740_992_i64, &["9007199254740992.0"]);
    taken(&7_i16, &[r#""7""#]);
    taken(&7_i32, &[r#""7""#]);
    taken(&7_u16, &[r#""7""#]);
    taken(&7_u32, &[r#""7""#]);
    taken(&7_usize, &[r#""7""#]);
    taken(&-7_isize, &[r#""-7""#]);
    taken(&NonZeroU8::MIN, &["1", r#""1""#]);
    taken(&NonZeroI8::MIN, &["-128", r#""-128""#]);

    let expected = "expected a whole number from 0 to 255, or a text of its digits";
    for (json, came) in [
        (r#""12abc""#, r#"invalid value: string "12abc""#),
        (r#""""#, r#"invalid value: string """#),
        (r#"" 12""#, r#"invalid value: string " 12""#),
        (r#""+12""#, r#"invalid value: string "+12""#),
        (r#""1e2""#, r#"invalid value: string "1e2""#),
        (r#""12.5""#, r#"invalid value: string "12.5""#),
        (r#""12.""#, r#"invalid value: string "12.""#),
        (r#""256""#, r#"invalid value: string "256""#),
        (r#""-1""#, r#"invalid value: string "-1""#),
        ("256", "invalid value: integer `256`"),
        ("-1", "invalid value: integer `-1`"),
        ("12.5", "invalid value: floating point `12.5`"),
        ("1e300", "invalid value: floating point `1e+300`"),
        ("true", "invalid type: boolean `true`"),
        ("false", "invalid type: boolean `false`"),
        ("null", "invalid type: null"),
        ("[]", "invalid type: sequence"),
        ("{}", "invalid type: map"),
    ] {
        refused::<u8>(json, &format!("{came}, {expected}"));
    }
    // One beyond the largest: numbers that JSON's reader has rounded are not taken for what they were.
    refused::<u64>(
        "18446744073709551616",
        "invalid value: floating point `1.8446744073709552e+19`, \
         expected a whole number from 0 to 18446744073709551615, or a text of its digits",
    );
    refused::<i64>(
        "-9223372036854775809",
        "invalid value: floating point `-9.223372036854776e+18`, expected a whole number \
         from -9223372036854775808 to 9223372036854775807, or a text of its digits",
    );
    for json in [
        "18446744073709551616",
        r#""340282366920938463463374607431768211456""#,
    ] {
        assert!(decode::<u128>(json).is_err(), "{json}");
    }
    refused::<i128>(
        r#""-170141183460469231731687303715884105729""#,
        "invalid value: string \"-170141183460469231731687303715884105729\", \
         expected a whole number from -170141183460469231731687303715884105728 \
         to 170141183460469231731687303715884105727, or a text of its digits",
    );
    refused::<NonZeroU8>(
        r#""0""#,
        r#"invalid value: string "0", expected a whole number from 1 to 255, or a text of its digits"#,
    );
    refused::<NonZeroI8>(
        "0",
        "invalid value: integer `0`, \
         expected a whole number from -128 to 127 but not 0, or a text of its digits",
    );
}

#[test]
fn a_number_is_a_number_or_a_text_of_digits() {
    taken(
        &12.5_f64,
        &["12.5", r#""12.5""#, r#""12.50""#, r#""1.25e1""#, r#""1.25E+1""#],
    );
    taken(&-3.0_f64, &["-3", "-3.0", r#""-3""#]);
    taken(&3.0_f32, &["3", "3.0", r#""3.0""#]);
    taken(&0.1_f32, &["0.1", r#""0.1""#]);
    taken(&1e22_f64, &["1.0E+22", r#""1.0E+22""#]);
    taken(&Number::from(7), &["7", r#""7""#, r#""007""#]);
    taken(&Number::from(-7), &["-7", r#""-7""#]);
    taken(&Number::from(u64::MAX), &[r#""18446744073709551615""#]);
    taken(&Number::from_f64(7.5).unwrap(), &["7.5", r#""7.5""#, r#""7.50""#]);

    for (json, came) in [
        (r#""12abc""#, r#"invalid value: string "12abc""#),
        (r#""""#, r#"invalid value: string """#),
        (r#""NaN""#, r#"invalid value: string "NaN""#),
        (r#""inf""#, r#"invalid value: string "inf""#),
        (r#"".5""#, r#"invalid value: string ".5""#),
        (r#""1,5""#, r#"invalid value: string "1,5""#),
        (r#""1e999""#, r#"invalid value: string "1e999""#),
        ("true", "invalid type: boolean `true`"),
        ("null", "invalid type: null"),
        ("[]", "invalid type: sequence"),
    ] {
        let message = format!("{came}, expected a number, or a text of its digits");
        refused::<f64>(json, &message);
        refused::<f32>(json, &message);
        refused::<Number>(json, &message);
    }
    refused::<f32>(
        "1e39",
        "invalid value: floating point `1e+39`, expected a number, or a text of its digits",
    );
    refused::<f32>(
        r#""1e39""#,
        r#"invalid value: string "1e39", expected a number, or a text of its digits"#,
    );
}

#[test]
fn a_text_is_a_text_or_a_number() {
    taken(&"a\"b".to_owned(), &[r#""a\"b""#]);
    taken(&String::new(), &[r#""""#]);
    taken(&"39".to_owned(), &["39", r#""39""#]);
    taken(&"-3".to_owned(), &["-3"]);
    taken(&"12.5".to_owned(), &["12.5"]);
    taken(&"1.0".to_owned(), &["1.0"]);
    taken::<Box<str>>(&"39".into(), &["39", r#""39""#]);
    taken::<Cow<'static, str>>(&"39".into(), &["39", r#""39""#]);
    taken(&'ы', &[r#""ы""#]);
    taken(&'7', &["7", r#""7""#]);

    for (json, came) in [
        ("true", "boolean `true`"),
        ("false", "boolean `false`"),
        ("null", "null"),
        ("[]", "sequence"),
        ("{}", "map"),
    ] {
        refused::<String>(
            json,
            &format!("invalid type: {came}, expected a text, or a number"),
        );
    }
    for (json, came) in [
        (r#""""#, r#"invalid value: string """#),
        (r#""ab""#, r#"invalid value: string "ab""#),
        ("10", "invalid value: integer `10`"),
        ("-1", "invalid type: integer `-1`"),
        ("true", "invalid type: boolean `true`"),
    ] {
        refused::<char>(json, &format!("{came}, expected a text of one character"));
    }
}

#[test]
fn a_boolean_is_what_yes_no_is() {
    for (value, texts) in [
        (true, ["true", "1", r#""Y""#, r#""y""#, r#""1""#, r#""true""#]),
        (false, ["false", "0", r#""N""#, r#""n""#, r#""0""#, r#""false""#]),
    ] {
        taken(&value, &texts);
        taken(&YesNo::from(value), &texts);
    }
    for (json, came) in [
        (r#""""#, r#"invalid value: string """#),
        (r#""yes""#, r#"invalid value: string "yes""#),
        ("2", "invalid value: integer `2`"),
        ("1.5", "invalid type: floating point `1.5`"),
        ("null", "invalid type: null"),
        ("[]", "invalid type: sequence"),
    ] {
        let message = format!("{came}, expected Y, N, 1, 0, true or false");
        refused::<bool>(json, &message);
        refused::<YesNo>(json, &message);
    }
}
