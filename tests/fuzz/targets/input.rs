//! Bytes that were made up, as choices and content.

/// What is left of the bytes.
pub(super) struct Input<'a>(pub(super) &'a [u8]);

impl<'a> Input<'a> {
    /// A number below `end`, by one byte: the digit `0` is the first, so that a person can write it.
    pub(super) fn choice(&mut self, end: u8) -> usize {
        let Some((&byte, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        usize::from(byte.wrapping_sub(b'0') % end)
    }

    /// One of these.
    pub(super) fn pick<T: Copy, const N: usize>(&mut self, from: [T; N]) -> T {
        from[self.choice(u8::try_from(N).unwrap())]
    }

    /// An HTTP status: one of these, or any.
    pub(super) fn status<const N: usize>(&mut self, usual: [u16; N]) -> u16 {
        let end = u8::try_from(N + 1).unwrap();
        match usual.get(self.choice(end)) {
            Some(status) => *status,
            None => {
                100 + u16::try_from(self.choice(90)).unwrap() * 10 + u16::try_from(self.choice(10)).unwrap()
            }
        }
    }

    /// A text of up to a line's end, and the text after it.
    pub(super) fn lines(&self) -> Option<(&'a str, &'a str)> {
        let text = std::str::from_utf8(self.0).ok()?;
        Some(text.split_once('\n').unwrap_or((text, "")))
    }
}
