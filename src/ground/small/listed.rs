//! Iterators into vectors, in a few bytes.
//!
//! `collect` brings 600 bytes of its own for each iterator that does not know its length, 12 KB of the module in all (gzip).
//! A lint keeps it out of the library (`clippy.toml`); what is no vector is made with `from_iter`.

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
