//! The texts of a column, each once: a code for each row.

use crate::coverage::claims::columns::Names;
use crate::ground::small::eights::are_same;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;

pub(crate) const LEFT_OUT: u32 = 0;
pub(crate) const NULL: u32 = 1;
/// Of a text that its column cannot have.
pub(crate) const WRONG: u32 = u32::MAX;

/// A column of texts.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) codes: Vec<u32>,
    /// The texts as the file has them.
    written: Interner,
    /// The code of each.
    code_of: Vec<u32>,
    /// What they mean, one after the other, and where each ends.
    meant: String,
    ends: Vec<usize>,
    last: Vec<u8>,
    last_code: u32,
}

impl Texts {
    /// The code of a text; `read` says what a text that is new means.
    #[inline(always)]
    pub(crate) fn code(&mut self, written: &[u8], read: impl FnOnce(&[u8]) -> Option<Option<String>>) -> u32 {
        // Neighbours are often the same.
        if self.last_code != LEFT_OUT && are_same(&self.last, written) {
            return self.last_code;
        }
        let known = self.written.find(written).and_then(|number| self.code_of.get(number).copied());
        let code = known.unwrap_or_else(|| self.add(written, read(written)));
        self.last.clear();
        self.last.extend_from_slice(written);
        self.last_code = code;
        code
    }

    #[inline(never)]
    fn add(&mut self, written: &[u8], meant: Option<Option<String>>) -> u32 {
        self.written.insert(written);
        let code = match meant {
            None => WRONG,
            Some(None) => NULL,
            Some(Some(meant)) => {
                self.meant.push_str(&meant);
                self.ends.push(self.meant.len());
                u32::try_from(self.ends.len()).unwrap_or_default().saturating_add(1)
            }
        };
        self.code_of.push(code);
        code
    }

    pub(crate) fn put(&mut self, row: usize, code: u32) {
        self.codes.resize(row, LEFT_OUT);
        self.codes.push(code);
    }

    pub(crate) fn clear(&mut self) {
        self.codes.clear();
        self.written.clear();
        self.code_of.clear();
        self.meant.clear();
        self.ends.clear();
        self.last.clear();
        self.last_code = LEFT_OUT;
    }

    /// The texts by code.
    pub(crate) fn names(&self) -> Vec<&str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.meant.get(start..*end).unwrap_or_default()).listed()
    }

    pub(crate) fn lend<'c>(&'c self, names: Option<&'c Vec<&'c str>>) -> Names<'c> {
        Names { codes: &self.codes, names: names.map(Vec::as_slice).unwrap_or_default() }
    }
}
