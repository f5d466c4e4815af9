//! What does an answer wait for? The places where a snapshot lacks something.
//!
//! Nearly every value of the engine may turn out to wait for something, and most never do. So what is missing is a number
//! that is copied, and the places themselves are in one store.

use std::cell::RefCell;

use crate::dispense::place::Place;
use crate::dispense::reason::DispenseReason;
use crate::ground::kleene::Waits;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::pointer;

/// So many places of one answer are named.
const MAX_NAMED: usize = 100;
/// So many are remembered: a hostile snapshot could lack something everywhere.
const MAX_REMEMBERED: usize = 20_000;
/// What is not remembered.
const FULL: usize = usize::MAX;

/// The store of one question.
#[derive(Debug, Default)]
pub(crate) struct Places(RefCell<Vec<Node>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Place(Place),
    UnsupportedReimbursementType,
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
    /// Nothing is missing.
    pub(crate) fn none(&self) -> Missing<'_> {
        Missing { places: self, node: 0 }
    }

    /// What is at this place is missing.
    pub(crate) fn place(&self, place: Place) -> Missing<'_> {
        self.remember(Node::Place(place))
    }

    /// DECISION: only a fixed reimbursement has a rule. Case: dispense_amounts/type-external-2022
    ///
    /// A rule for the type of reimbursement is missing.
    pub(crate) fn unsupported_reimbursement_type(&self) -> Missing<'_> {
        self.remember(Node::UnsupportedReimbursementType)
    }

    #[inline(never)]
    fn remember(&self, node: Node) -> Missing<'_> {
        let mut nodes = self.0.borrow_mut();
        if nodes.len() < MAX_REMEMBERED {
            nodes.push(node);
            return Missing { places: self, node: nodes.len() };
        }
        Missing { places: self, node: FULL }
    }
}

impl Waits for Missing<'_> {
    #[inline(never)]
    fn both(self, other: Self) -> Self {
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
}

impl Missing<'_> {
    pub(crate) fn is_none(self) -> bool {
        self.node == 0
    }

    /// What is missing, sorted, each once; of what is not remembered the whole.
    pub(crate) fn reasons(self) -> Vec<DispenseReason> {
        let nodes = self.places.0.borrow();
        let mut found: Vec<Node> = Vec::new();
        let mut rest = vec![self.node];
        while let Some(node) = rest.pop() {
            match node.checked_sub(1).and_then(|index| nodes.get(index)) {
                _ if found.len() == MAX_NAMED => break,
                Some(Node::Both(first, second)) => rest.extend([*second, *first]),
                Some(node) if !found.contains(node) => found.push(*node),
                Some(_) | None => {}
            }
        }
        let mut reasons = found.into_iter().map(Node::reason).listed();
        if reasons.is_empty() && self.node == FULL {
            reasons.push(DispenseReason::Pointer(String::new()));
        }
        order::sort(reasons, &|a, b| pointer::compare(a.as_str(), b.as_str()))
    }
}

impl Node {
    fn reason(self) -> DispenseReason {
        match self {
            Node::Place(place) => DispenseReason::Pointer(place.pointer()),
            // INVARIANT: both parts are found instead.
            Node::UnsupportedReimbursementType | Node::Both(..) => DispenseReason::UnsupportedReimbursementType,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dispense::place::CONTRACTS;

    #[test]
    fn places_are_named_once_and_in_order() {
        let places = Places::default();
        let place = |index| places.place(Place::of(&CONTRACTS).row(index));
        let all = place(10).both(place(9)).both(places.none()).both(place(10));
        assert_eq!(all.reasons().iter().map(DispenseReason::as_str).listed(), ["/contracts/9", "/contracts/10"]);
        assert!(places.none().reasons().is_empty());
    }

    /// However many there are, an answer names a hundred of them.
    #[test]
    fn few_places_are_named() {
        let places = Places::default();
        let place = |index| places.place(Place::of(&CONTRACTS).row(index));
        let all = (0..200_000).fold(places.none(), |all, index| all.both(place(index)));
        assert_eq!(all.reasons().len(), MAX_NAMED);
        // What comes then is missing all the same.
        let more = place(200_000);
        assert!(!more.is_none());
        assert_eq!(more.reasons(), [DispenseReason::Pointer(String::new())]);
    }
}
