//! Whose are the rows of a piece? Texts are looked up once for each distinct row of codes.

use crate::coverage::claims::columns::ClaimColumns;
use crate::coverage::simulate::piece::text;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::row::Whose;
use crate::coverage::simulate::who::Who;
use crate::ground::small::intern::Interner;

/// The persons of a piece.
pub(crate) struct Persons<'p, 'c> {
    claims: &'p ClaimColumns<'c>,
    /// Whether families are counted together.
    is_by_family: bool,
    /// By code of the person, where a row says nothing of family and beneficiary.
    alone: Vec<Option<Person<'c>>>,
    /// The codes of any other row, and what they say.
    known: Interner,
    persons: Vec<Person<'c>>,
    last: Option<([u32; 3], Person<'c>)>,
}

/// What a row says of a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person<'c> {
    pub(crate) whose: Whose,
    pub(crate) who: Who<'c>,
}

impl<'p, 'c> Persons<'p, 'c> {
    pub(crate) fn new(claims: &'p ClaimColumns<'c>, is_by_family: bool) -> Self {
        let alone = vec![None; claims.person.names.len().saturating_add(2)];
        Persons { claims, is_by_family, alone, known: Interner::default(), persons: Vec::new(), last: None }
    }

    pub(crate) fn of(&mut self, sums: &mut Accumulator, row: usize) -> Person<'c> {
        let ClaimColumns { person, family, beneficiary, .. } = self.claims;
        let columns = [person.codes, if self.is_by_family { family.codes } else { &[] }, beneficiary.codes];
        let codes = columns.map(|codes| codes.get(row).copied().unwrap_or_default());
        match self.last {
            Some((last, person)) if last == codes => person,
            _ => {
                let person = self.look_up(sums, row, codes);
                self.last = Some((codes, person));
                person
            }
        }
    }

    #[inline(never)]
    fn look_up(&mut self, sums: &mut Accumulator, row: usize, codes: [u32; 3]) -> Person<'c> {
        if let [person, 0, 0] = codes {
            let known = usize::try_from(person).ok().and_then(|person| self.alone.get(person).copied().flatten());
            return known.unwrap_or_else(|| {
                let found = self.person(sums, row);
                let slot = usize::try_from(person).ok().and_then(|person| self.alone.get_mut(person));
                slot.into_iter().for_each(|slot| *slot = Some(found));
                found
            });
        }
        let [a, b, c] = codes.map(u32::to_le_bytes);
        let mut key = [0; 12];
        key.iter_mut().zip(a.into_iter().chain(b).chain(c)).for_each(|(slot, byte)| *slot = byte);
        let number = self.known.insert(&key);
        if let Some(person) = self.persons.get(number) {
            return *person;
        }
        let person = self.person(sums, row);
        self.persons.push(person);
        person
    }

    fn person(&self, sums: &mut Accumulator, row: usize) -> Person<'c> {
        let ClaimColumns { person, family, beneficiary, are_aggregates, .. } = self.claims;
        let family = text(family, row).filter(|_| self.is_by_family);
        let who = Who::new(family, text(person, row), text(beneficiary, row));
        let whose = match who.person {
            _ if *are_aggregates => Whose::Nobody,
            None => Whose::Alone,
            Some(person) => Whose::Person(sums.person(who.family, person)),
        };
        Person { whose, who }
    }
}
