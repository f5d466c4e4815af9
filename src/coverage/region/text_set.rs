//! Which texts? Some, or all but some.
//!
//! Every set that filters can say, and everything that comes of such sets, is one of the two:
//! ```text
//! in {a, b}        not_in {a, b}
//! ```
//! So the texts that nobody mentions ("anything else") need no place of their own.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// A set of texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TextSet {
    /// Ascending, each once.
    values: Vec<Arc<str>>,
    /// False: exactly the values are in. True: exactly the values are not.
    others: bool,
}

impl TextSet {
    /// Every text.
    pub(crate) const fn all() -> Self {
        TextSet { values: Vec::new(), others: true }
    }

    /// These texts, in any order.
    pub(crate) fn of<'t>(values: impl Iterator<Item = &'t str>) -> Self {
        let mut values = order::sort(values.map(Arc::from).listed(), &Arc::cmp);
        values.dedup();
        TextSet { values, others: false }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && !self.others
    }

    pub(crate) fn is_all(&self) -> bool {
        self.values.is_empty() && self.others
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.values.binary_search_by(|value| (**value).cmp(text)).is_ok() != self.others
    }

    /// Whether another set has them, of which it has all or none.
    pub(crate) fn are_in(&self, other: &Self) -> bool {
        match self.values.first() {
            Some(first) if !self.others => other.contains(first),
            // Nearly all texts.
            _ => other.others,
        }
    }

    /// The values, ascending, and whether they are those that are not in.
    pub(crate) fn parts(&self) -> (&[Arc<str>], bool) {
        (&self.values, self.others)
    }

    /// The texts for which `keep` says so, asked whether a text is in this set and whether it is in the other.
    pub(crate) fn combine(&self, other: &Self, keep: fn(bool, bool) -> bool) -> Self {
        let others = keep(self.others, other.others);
        let mut values = Vec::new();
        let (mut mine, mut theirs) = (self.values.iter().peekable(), other.values.iter().peekable());
        loop {
            let order = match (mine.peek(), theirs.peek()) {
                (None, None) => return TextSet { values, others },
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => a.cmp(b),
            };
            let in_mine = order.is_le().then(|| mine.next()).flatten();
            let in_theirs = order.is_ge().then(|| theirs.next()).flatten();
            let is_in = keep(in_mine.is_some() != self.others, in_theirs.is_some() != other.others);
            if is_in != others {
                values.extend(in_mine.or(in_theirs).cloned());
            }
        }
    }

    /// How much work it is to look at it.
    pub(crate) fn size(&self) -> usize {
        self.values.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(values: &[&'static str]) -> TextSet {
        TextSet::of(values.iter().copied())
    }

    fn is_not(values: &[&'static str]) -> TextSet {
        TextSet::all().combine(&is(values), |a, b| a && !b)
    }

    #[test]
    fn is_an_algebra_of_sets() {
        let sets = [is(&[]), is(&["a"]), is(&["b", "a", "b"]), is_not(&[]), is_not(&["a"]), is_not(&["b", "c"])];
        let operations: [fn(bool, bool) -> bool; 3] = [|a, b| a && b, |a, b| a || b, |a, b| a && !b];
        for a in &sets {
            for b in &sets {
                for keep in operations {
                    let combined = a.combine(b, keep);
                    for text in ["a", "b", "c", "d"] {
                        assert_eq!(combined.contains(text), keep(a.contains(text), b.contains(text)), "{a:?} {b:?}");
                    }
                }
            }
        }
        assert!(is(&[]).is_empty() && is_not(&[]).is_all());
        assert_eq!(is_not(&["a"]).combine(&is(&["a"]), |a, b| a || b), TextSet::all());
    }
}
