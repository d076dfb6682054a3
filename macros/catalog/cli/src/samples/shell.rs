//! The words of a command, as a shell splits them.

use super::curl::Fault;

pub(super) struct Word {
    pub(super) text: String,
    /// Counted from the first line of the command.
    pub(super) line: usize,
}

/// A line, counted as above, and what is wrong in it.
type Broken = (usize, String);

pub(super) fn words(command: &str) -> Result<(Vec<Word>, Vec<Fault>), Broken> {
    let mut reader = Reader {
        command: command.trim_end(),
        at: command.len() - command.trim_start().len(),
        faults: Vec::new(),
    };
    let mut words = Vec::new();
    while reader.at < reader.command.len() {
        let line = reader.line();
        let text = reader.word()?;
        words.push(Word { text, line });
        reader.space();
    }
    Ok((words, reader.faults))
}

struct Reader<'a> {
    command: &'a str,
    at: usize,
    faults: Vec<Fault>,
}

const BLANK: [char; 3] = [' ', '\t', '\r'];

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.command[self.at..]
    }

    fn line(&self) -> usize {
        self.command[..self.at].matches('\n').count()
    }

    fn note(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Takes what matters to no word, up to the next one.
    fn space(&mut self) {
        loop {
            let rest = self.rest().trim_start_matches(BLANK);
            let sign = rest.strip_prefix(['\\', '/']).unwrap_or(rest);
            let mut line_end = sign.trim_start_matches(BLANK);
            if line_end.starts_with('#') {
                // What is left of the line is a comment.
                line_end = line_end.find('\n').map_or("", |end| &line_end[end..]);
                self.note(Fault::Continuation);
            }
            let Some(next_line) = line_end.strip_prefix('\n') else {
                // The last line may be continued too, by nothing.
                self.at = self.command.len() - if line_end.is_empty() { 0 } else { rest.len() };
                return;
            };
            // A backslash continues a line only if the line ends there.
            if !(rest.starts_with("\\\n") || rest.starts_with("\\\r\n")) {
                self.note(Fault::Continuation);
            }
            self.at = self.command.len() - next_line.len();
        }
    }

    fn word(&mut self) -> Result<String, Broken> {
        let mut word = String::new();
        while let Some(c) = self.rest().chars().next() {
            match c {
                '\'' => self.single(&mut word)?,
                '"' => self.double(&mut word)?,
                '$' if self.rest().starts_with("$(") => word.push_str(self.substitution()?),
                '\\' => self.escape(&mut word),
                _ if c.is_whitespace() => break,
                _ => self.take(c, &mut word),
            }
        }
        Ok(word)
    }

    fn take(&mut self, c: char, word: &mut String) {
        self.at += c.len_utf8();
        word.push(c);
    }

    /// A backslash and what it escapes; together with the end of a line, it is nothing.
    fn escape(&mut self, word: &mut String) {
        self.at += 1;
        match self.rest().chars().next() {
            Some('\n') => self.at += 1,
            Some(c) => self.take(c, word),
            None => {}
        }
    }

    fn single(&mut self, word: &mut String) -> Result<(), Broken> {
        let line = self.line();
        loop {
            let text = &self.rest()[1..];
            let Some(end) = text.find('\'') else {
                return Err((line, "the quote ' is never closed".to_owned()));
            };
            self.at += 1 + end;
            if let Some(text) = text[..end].strip_suffix('\\') {
                // No body in JSON ends so: the author took this for an escape.
                self.note(Fault::Quote);
                word.push_str(text);
                word.push('\'');
            } else {
                word.push_str(&text[..end]);
                self.at += 1;
                return Ok(());
            }
        }
    }

    fn double(&mut self, word: &mut String) -> Result<(), Broken> {
        let line = self.line();
        self.at += 1;
        while let Some(c) = self.rest().chars().next() {
            match c {
                '"' => {
                    self.at += 1;
                    return Ok(());
                }
                '$' if self.rest().starts_with("$(") => word.push_str(self.substitution()?),
                '\\' if self.rest()[1..].starts_with(['"', '\\', '$', '`', '\n']) => self.escape(word),
                _ => self.take(c, word),
            }
        }
        Err((line, "the quote \" is never closed".to_owned()))
    }

    /// What the shell would run, as it is written.
    fn substitution(&mut self) -> Result<&'a str, Broken> {
        let mut depth = 0;
        for (place, c) in self.rest().char_indices() {
            match c {
                '(' => depth += 1,
                ')' if depth == 1 => {
                    let (text, _) = self.rest().split_at(place + 1);
                    self.at += text.len();
                    return Ok(text);
                }
                ')' => depth -= 1,
                _ => {}
            }
        }
        Err((self.line(), "the command inside of $( is never closed".to_owned()))
    }
}
