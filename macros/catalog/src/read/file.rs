//! A file of methods as a person may write it: with comments, empty lines, and the line ends of any system.

use super::{Fault, method};
use crate::method::Method;

/// Reads the methods of a file. A line whose first word begins with `#` is a comment.
///
/// ```
/// let methods = b24_catalog::read::methods("# our own\nshop.order.pay\n  takes ID integer required\n")?;
/// assert_eq!(methods[0].name, "shop.order.pay");
/// # Ok::<(), b24_catalog::read::Fault>(())
/// ```
///
/// # Errors
/// The first line that is no fact, counted from the file's first.
pub fn methods(text: &str) -> Result<Vec<Method>, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = (1..).zip(text.lines().map(str::trim_end));
    let facts = lines.filter(|(_, line)| !line.is_empty() && !line.trim_start().starts_with('#'));
    let mut blocks: Vec<Vec<(usize, &str)>> = Vec::new();
    for (number, line) in facts {
        match blocks.last_mut() {
            Some(block) if line.starts_with(' ') => block.push((number, line)),
            _ => blocks.push(vec![(number, line)]),
        }
    }
    blocks.iter().map(|block| self::block(block)).collect()
}

/// Reads the lines of one method, which have their numbers beside them.
fn block(lines: &[(usize, &str)]) -> Result<Method, Fault> {
    let text: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
    method(&text.join("\n")).map_err(|fault| {
        let number = lines.get(fault.line - 1).or(lines.last());
        Fault {
            line: number.map_or(fault.line, |(number, _)| *number),
            ..fault
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_say_nothing() {
        let plain = "a.b\n  takes x text\n    default N\n  takes y text\nc.d\n  effect read\n";
        let written = "# ours\n\na.b\n  takes x text\n\n# not in between\n    # nor here\n    default N\n\n  takes y \
                       text\nc.d\n\n  effect read\n\n";
        assert_eq!(methods(written), methods(plain));
        assert_eq!(methods(written).unwrap().len(), 2);
        assert_eq!(methods("# nothing yet\n"), Ok(Vec::new()));
    }

    #[test]
    fn files_of_other_systems_are_read_too() {
        let plain = "a.b\n  takes x text required\n";
        let windows = "\u{feff}a.b\r\n  takes x text required\r\n";
        assert_eq!(methods(windows), methods(plain));
    }

    #[test]
    fn faults_have_the_numbers_of_the_file() {
        let line = |text| methods(text).unwrap_err().line;
        assert_eq!(line("\n# ours\n\na.b\n\n  takes x number\n"), 6);
        assert_eq!(line("# ours\n  takes x text\n"), 2);
        assert_eq!(line("a.b\n\nc.d\n      takes x text\n"), 4);
        let deep = (1..100).map(|depth| format!("\n{}takes x object", "  ".repeat(depth)));
        assert_eq!(line(&format!("a.b{}", deep.collect::<String>())), 34);
    }
}
