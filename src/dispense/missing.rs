//! What does an answer wait for? The places where a snapshot lacks something.
//!
//! Nearly every value of the engine may turn out to wait for something, and most never do. So what is missing is a number
//! that is copied, and the places themselves stand in one store.

use std::cell::RefCell;

use crate::ground::small::order;
use crate::ground::value::pointer::{self, Path};

/// So many places of one answer are named.
const MAX_NAMED: usize = 100;
/// So many are remembered: a hostile snapshot could lack something everywhere.
const MAX_REMEMBERED: usize = 20_000;
/// A place that is not remembered.
const FULL: usize = usize::MAX;

/// The store of one question.
#[derive(Debug, Default)]
pub(crate) struct Places(RefCell<Vec<Node>>);

#[derive(Debug)]
enum Node {
    Place(String),
    Both(usize, usize),
}

/// Some places, perhaps none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Missing<'j> {
    places: &'j Places,
    /// A position in the store, counted from 1; 0 is none.
    node: usize,
}

impl Places {
    pub(crate) fn none(&self) -> Missing<'_> {
        Missing { places: self, node: 0 }
    }

    #[inline(never)]
    pub(crate) fn field(&self, at: &Path<'_>, name: &str) -> Missing<'_> {
        if self.0.borrow().len() < MAX_REMEMBERED {
            return self.place(at.field(name).pointer());
        }
        Missing { places: self, node: FULL }
    }

    #[inline(never)]
    pub(crate) fn place(&self, pointer: String) -> Missing<'_> {
        self.remember(Node::Place(pointer))
    }

    fn remember(&self, node: Node) -> Missing<'_> {
        let mut nodes = self.0.borrow_mut();
        if nodes.len() < MAX_REMEMBERED {
            nodes.push(node);
            return Missing { places: self, node: nodes.len() };
        }
        Missing { places: self, node: FULL }
    }
}

impl Missing<'_> {
    pub(crate) fn is_none(self) -> bool {
        self.node == 0
    }

    #[inline(never)]
    pub(crate) fn and(self, other: Self) -> Self {
        if self.is_none() || self.node == other.node {
            return other;
        }
        if other.is_none() {
            return self;
        }
        match self.places.remember(Node::Both(self.node, other.node)).node {
            FULL => self,
            node => Missing { node, ..self },
        }
    }

    /// The pointers, sorted, each once; of places that are not remembered the whole.
    pub(crate) fn pointers(self) -> Vec<String> {
        let nodes = self.places.0.borrow();
        let mut pointers: Vec<String> = Vec::new();
        let mut rest = vec![self.node];
        while let Some(node) = rest.pop() {
            match node.checked_sub(1).and_then(|index| nodes.get(index)) {
                _ if pointers.len() == MAX_NAMED => break,
                Some(Node::Both(first, second)) => rest.extend([*second, *first]),
                Some(Node::Place(pointer)) if !pointers.contains(pointer) => pointers.push(pointer.clone()),
                Some(Node::Place(_)) | None => {}
            }
        }
        if pointers.is_empty() && self.node == FULL {
            pointers.push(String::new());
        }
        order::sort(pointers, &|a, b| pointer::compare(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_once_and_in_order() {
        let places = Places::default();
        let place = |pointer: &str| places.place(pointer.to_owned());
        let all = place("/b/10").and(place("/b/9")).and(places.none()).and(place("/b/10"));
        assert_eq!(all.pointers(), ["/b/9", "/b/10"]);
        assert!(places.none().pointers().is_empty());
    }

    /// However many there are, an answer names a hundred of them.
    #[test]
    fn few_places_are_named() {
        let places = Places::default();
        let all = (0..200_000).fold(places.none(), |all, index| all.and(places.place(format!("/{index}"))));
        assert_eq!(all.pointers().len(), MAX_NAMED);
        // What comes then is missing all the same.
        let more = places.place("/more".to_owned());
        assert!(!more.is_none());
        assert_eq!(more.pointers(), [""]);
    }
}
