//! Which rows of a list may have this text in this field?
//!
//! One search reads the list once, as the building of an index does: so the index is built for the second search. Both give
//! the same rows but for those that certainly have another text.

use std::cell::{Cell, OnceCell};

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::entity::{Entity, Rows};
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::Missing;
use crate::dispense::place::Place;
use crate::ground::kleene::Waits;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

/// What came of looking something up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found<'j> {
    Yes(Entity<'j>),
    No,
    /// The request does not name any.
    NotGiven,
    Unknown(Missing<'j>),
}

impl<'j> Found<'j> {
    /// Whether it was found; where it was not, it fails at the reference.
    #[inline(never)]
    pub(crate) fn exists(&self, reference: Place) -> Answer<'j> {
        match self {
            Found::Yes(_) => Answer::Holds,
            Found::Unknown(missing) => Answer::Unknown(*missing),
            Found::No | Found::NotGiven => Answer::Fails(Failure::at(reference)),
        }
    }

    /// What is so of the entity; asked only when it was found, or may have been.
    #[inline(never)]
    pub(crate) fn asked(&self, ask: &dyn Fn(&Entity<'j>) -> Answer<'j>) -> Answer<'j> {
        match self {
            Found::Yes(entity) => ask(entity),
            other => other.exists(Place::of(&Path::Root)),
        }
    }
}

/// A list that is searched by the texts of one field.
pub(crate) struct Lookup<'j> {
    rows: Result<Rows<'j>, Missing<'j>>,
    field: &'static str,
    is_searched: Cell<bool>,
    index: OnceCell<Index>,
}

/// Some rows of a list, in their order.
pub(crate) struct Candidates<'j> {
    rows: Rows<'j>,
    /// None: all rows.
    positions: Option<Vec<usize>>,
}

/// The rows of each text, and those without the field: of each the first, and of each row the next.
struct Index {
    texts: Interner,
    /// By the number of a text.
    first: Vec<usize>,
    first_absent: usize,
    /// By position.
    next: Vec<usize>,
}

/// After the last row: a position that no list has.
const END: usize = usize::MAX;

impl<'j> Lookup<'j> {
    /// A section of the snapshot.
    #[inline(never)]
    pub(crate) fn new(root: &Entity<'j>, section: &'static Path<'static>, field: &'static str) -> Self {
        Lookup { rows: root.rows(section), field, is_searched: Cell::new(false), index: OnceCell::new() }
    }

    /// The rows that may have this text, in their order: those that have it, and those that lack the field. All rows for a
    /// text that is absent.
    ///
    /// # Errors
    /// The list is missing.
    pub(crate) fn candidates(&self, text: Known<'j, &str>) -> Result<Candidates<'j>, Missing<'j>> {
        let rows = self.rows?;
        let positions = match text {
            Known::Value(text) if self.is_searched.replace(true) => {
                let index = self.index.get_or_init(|| Index::of(rows, self.field));
                Some(index.positions_of(text))
            }
            Known::Value(_) | Known::Absent(_) => None,
            Known::Null => Some(Vec::new()),
        };
        Ok(Candidates { rows, positions })
    }

    /// Whether something holds for a row that has this text.
    pub(crate) fn any(&self, text: Known<'j, &str>, holds: &dyn Fn(Entity<'j>) -> Truth<'j>) -> Truth<'j> {
        match self.candidates(text) {
            Err(missing) => Truth::Unknown(missing),
            Ok(candidates) => Truth::any(&mut candidates.iter().map(holds)),
        }
    }

    /// The first row with this text.
    pub(crate) fn find(&self, text: Known<'j, &str>) -> Found<'j> {
        let (rows, candidates) = match (self.rows, self.candidates(text)) {
            (Ok(rows), Ok(candidates)) => (rows, candidates),
            (Err(missing), _) | (_, Err(missing)) => return not_searched(missing, text),
        };
        let mut unnamed = rows.none();
        for entity in candidates.iter() {
            match (entity.text(self.field), text) {
                (Known::Value(one), Known::Value(text)) if one == text => return Found::Yes(entity),
                (Known::Absent(missing), _) => unnamed = unnamed.both(missing),
                _ => {}
            }
        }
        match text {
            Known::Absent(missing) if !rows.items.is_empty() => Found::Unknown(missing),
            Known::Value(_) if !unnamed.is_none() => Found::Unknown(unnamed),
            _ => Found::No,
        }
    }
}

impl<'j> Candidates<'j> {
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = Entity<'j>> {
        let count = self.positions.as_ref().map_or(self.rows.items.len(), Vec::len);
        (0..count).filter_map(|index| {
            let position = self.positions.as_ref().map_or(Some(index), |positions| positions.get(index).copied());
            self.rows.get(position?)
        })
    }
}

/// What came of a search in a list that is absent.
pub(crate) fn not_searched<'j>(missing: Missing<'j>, id: Known<'j, &str>) -> Found<'j> {
    match id {
        Known::Value(_) => Found::Unknown(missing),
        Known::Null => Found::No,
        Known::Absent(id) => Found::Unknown(missing.both(id)),
    }
}

impl Index {
    fn of(rows: Rows<'_>, field: &'static str) -> Self {
        let next = rows.items.iter().map(|_| END).listed();
        let mut index = Index { texts: Interner::default(), first: Vec::new(), first_absent: END, next };
        // From the last, so that each is put before those that follow it.
        for position in (0..rows.items.len()).rev() {
            let first = match rows.get(position).map(|row| row.text(field)) {
                Some(Known::Value(text)) => {
                    let number = index.texts.insert(text.as_bytes());
                    if number == index.first.len() {
                        index.first.push(END);
                    }
                    index.first.get_mut(number)
                }
                Some(Known::Absent(_)) => Some(&mut index.first_absent),
                Some(Known::Null) | None => None,
            };
            if let (Some(first), Some(next)) = (first, index.next.get_mut(position)) {
                *next = std::mem::replace(first, position);
            }
        }
        index
    }

    /// The rows that have a text and those without the field, both ascending, made one.
    fn positions_of(&self, text: &str) -> Vec<usize> {
        let number = self.texts.find(text.as_bytes());
        let mut of_text = number.and_then(|number| self.first.get(number).copied()).unwrap_or(END);
        let mut absent = self.first_absent;
        let mut positions = Vec::new();
        loop {
            let next = if of_text < absent { &mut of_text } else { &mut absent };
            let Some(after) = self.next.get(*next) else { return positions };
            positions.push(std::mem::replace(next, *after));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::dispense::missing::Places;
    use crate::dispense::place::MEDICATIONS;
    use crate::dispense::shape::SNAPSHOT;
    use crate::ground::value::json::Json;

    /// The index gives the rows that reading the list gives, but for those that certainly have another text.
    #[test]
    fn a_second_search_finds_what_the_first_one_does() {
        let text = r#"{ "medications": [
            { "id": "a" }, {}, { "id": "b" }, { "id": null }, { "id": "a" }, {}, { "id": "c" }, { "id": "b" } ] }"#;
        let json: Json = serde_json::from_str(text).unwrap();
        let places = Places::default();
        let root = Entity::new(&json, Place::of(&Path::Root), SNAPSHOT, &places);
        let lookup = || Lookup::new(&root, &MEDICATIONS, "id");
        let pointers = |candidates: Candidates<'_>| candidates.iter().map(|row| row.at.pointer()).listed();
        let wanted = [("a", "0 1 4 5"), ("b", "1 2 5 7"), ("c", "1 5 6"), ("d", "1 5")];
        let searched = lookup();
        assert_eq!(pointers(searched.candidates(Known::Value("a")).unwrap()).len(), 8);
        for (text, rows) in wanted {
            let rows = rows.split(' ').map(|row| format!("/medications/{row}")).listed();
            assert_eq!(pointers(searched.candidates(Known::Value(text)).unwrap()), rows, "{text}");
            let place = |found| match found {
                Found::Yes(entity) => vec![entity.at.pointer()],
                Found::Unknown(missing) => missing.reasons().iter().map(|reason| reason.as_str().to_owned()).listed(),
                Found::No | Found::NotGiven => Vec::new(),
            };
            let (first, second) = (lookup().find(Known::Value(text)), searched.find(Known::Value(text)));
            assert_eq!(place(first), place(second), "{text}");
        }
        assert_eq!(pointers(searched.candidates(Known::Null).unwrap()).len(), 0);
        assert_eq!(pointers(searched.candidates(Known::Absent(places.none())).unwrap()).len(), 8);
    }
}
