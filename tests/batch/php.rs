//! The real `php`: what it makes of a command, and of the JSON body of the same call.

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::{env, thread};

/// Reads a command and a JSON body a line, as a JSON list of two texts, and compares what PHP makes of
/// them. A form has texts only, and writes a truth as `1` or `0`; all else must be the same, the order and
/// the types of keys included. Writes what it read the command as, or what is different.
const SCRIPT: &str = r#"
    function same($form, $json) {
        if (is_array($json)) {
            if (!is_array($form) || array_keys($form) !== array_keys($json)) return false;
            foreach ($json as $key => $value) if (!same($form[$key], $value)) return false;
            return true;
        }
        if (!is_string($form)) return false;
        if (is_bool($json)) return $form === ($json ? '1' : '0');
        if (is_int($json)) return $form === (string)$json;
        if (is_float($json)) return is_numeric($form) && (float)$form === $json;
        return $form === $json;
    }
    $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
    while (($line = fgets(STDIN)) !== false) {
        [$command, $body] = json_decode($line, true);
        $url = parse_url($command);
        $form = [];
        parse_str($url['query'] ?? '', $form);
        $json = json_decode($body, true);
        $same = is_array($url) && array_diff(array_keys($url), ['path', 'query']) === []
            && $url['path'] === 'acme.echo' && same($form, $json);
        echo $same ? json_encode($form, $flags) : 'DIFFERENT ' . json_encode([$url, $form, $json], $flags), "\n";
    }
"#;

/// What `php` reads the commands as; `None` where there is no `php` and none is demanded.
pub(crate) fn compare(pairs: &[(String, String)]) -> Option<Vec<String>> {
    let spawned = Command::new("php")
        .args(["-n", "-r", SCRIPT])
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
        let banner = "\n*** SKIPPED: no `php` found, so commands were NOT compared with PHP. ***\n\n";
        io::stderr().write_all(banner.as_bytes()).unwrap();
        return None;
    };
    let lines: String = pairs
        .iter()
        .map(|pair| serde_json::to_string(pair).unwrap() + "\n")
        .collect();
    let mut stdin = php.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(lines.as_bytes()).unwrap());
    let output = php.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let read: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(read.len(), pairs.len(), "php stopped early");
    Some(read)
}
