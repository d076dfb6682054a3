//! The real `php`.

#![allow(clippy::unwrap_used, reason = "in a test, what fails should stop it")]

use std::{
    env,
    io::{self, Write},
    process::{Command, Stdio},
};

/// Reads cases in hexadecimal, one a line, and writes what the portal should answer.
const SCRIPT: &str = r#"
    $flags = JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT
        | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
    while (($line = fgets(STDIN)) !== false) {
        $case = hex2bin(trim($line));
        $parameters = [];
        if ($argv[1] === 'form') {
            parse_str($case, $parameters);
        } elseif ($argv[1] === 'command') {
            $url = parse_url($case);
            if (!is_array($url) || strtolower($url['path'] ?? '') !== 'echo') {
                echo "\"ERROR_METHOD_NOT_FOUND\"\n";
                continue;
            }
            parse_str($url['query'] ?? '', $parameters);
        } else {
            $parameters = json_decode($case, true);
        }
        echo json_encode(is_array($parameters) ? $parameters : [], $flags), "\n";
    }
"#;

/// What `php` makes of the cases; `None` where there is no `php` and none is demanded.
pub(crate) fn read(kind: &str, cases: &[Vec<u8>]) -> Option<Vec<String>> {
    let spawned = Command::new("php")
        .args(["-n", "-d", "max_input_vars=100000", "-r", SCRIPT, "--", kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut php) = spawned else {
        let required = env::var("B24_REQUIRE_PHP").is_ok_and(|value| value == "1");
        assert!(
            !required,
            "B24_REQUIRE_PHP=1, but there is no `php` to compare with"
        );
        // Written directly, since the harness keeps what `eprintln!` says to itself.
        let banner = format!(
            "\n*** SKIPPED: no `php` found, so the portal's {kind} handling was NOT compared with \
             PHP. ***\n*** Install it (Debian: `apt-get install php-cli`) and run again. ***\n\n"
        );
        io::stderr().write_all(banner.as_bytes()).unwrap();
        return None;
    };
    let lines: String = cases.iter().map(|case| hex(case) + "\n").collect();
    let mut stdin = php.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).unwrap());
    let output = php.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), cases.len(), "php stopped early");
    Some(answers)
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 0xF)])
        .collect()
}
