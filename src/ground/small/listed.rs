//! Iterators into vectors, in a few bytes.
//!
//! `collect` brings 600 bytes of its own for each iterator that does not know its length, a tenth of the module in all.

/// What `collect` does, for vectors.
pub(crate) trait Listed: Iterator + Sized {
    /// All items, in their order.
    fn listed(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        self.for_each(|item| list.push(item));
        list
    }
}

impl<I: Iterator> Listed for I {}
