//! The sums of rows: of a part, of a bucket, or of all.

use crate::coverage::claims::reason::{AssumedReason, InvalidReason};
use crate::coverage::claims::said::RowMessage;
use crate::coverage::simulate::sums::findings::Findings;
use crate::coverage::simulate::sums::groups::Groups;
use crate::coverage::simulate::sums::limits::Limits;
use crate::coverage::simulate::sums::outcomes::{COVERED, Outcomes};
use crate::coverage::simulate::sums::paid::{PaidRows, is_summed};
use crate::coverage::simulate::sums::persons::Persons;
use crate::coverage::simulate::sums::pieces::Pieces;
use crate::coverage::simulate::sums::refused::{Refusal, Refused};
use crate::coverage::simulate::sums::row::{LimitHit, Place, SeenRow, Whose};
use crate::coverage::simulate::sums::shape::{Shape, SideNames};
use crate::coverage::simulate::sums::sum::times;
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// The sums of rows.
#[derive(Debug)]
pub(crate) struct Accumulator {
    pub(crate) shape: Shape,
    /// By guarantee of the current side, and of the draft: a number of its name.
    names: [Vec<usize>; 2],
    pub(crate) pieces: Pieces,
    pub(crate) outcomes: Outcomes,
    pub(crate) groups: Groups,
    pub(crate) limits: Limits,
    pub(crate) refused: Refused,
    persons: Persons,
    pub(crate) findings: Findings,
    /// None where it is not asked.
    pub(crate) paid: Option<PaidRows>,
}

impl Accumulator {
    pub(crate) fn new(shape: Shape) -> Self {
        let mut known = Interner::default();
        let mut names = |side: Option<&SideNames>| {
            side.into_iter().flat_map(|side| &side.guarantees).map(|name| known.insert(name.as_bytes())).listed()
        };
        let names = [names(Some(&shape.current)), names(shape.draft.as_ref())];
        let limits = Limits::new(&shape);
        Accumulator {
            names,
            pieces: Pieces::default(),
            outcomes: Outcomes::default(),
            groups: Groups::new(shape.by.len()),
            persons: Persons::new(limits.len()),
            limits,
            refused: Refused::default(),
            findings: Findings::default(),
            paid: shape.amounts.then(PaidRows::default),
            shape,
        }
    }

    /// Rows of a piece come next. Numbers of texts and of groups that were given before are no longer valid; those of persons are.
    pub(crate) fn begin_piece(&mut self) {
        self.groups.trim();
    }

    /// A piece was read whole: its rows, and its lines where it is a text.
    pub(crate) fn end_piece(&mut self, piece: u32, rows: u32, lines: u32) {
        self.pieces.add(piece, rows.into(), lines.into());
    }

    /// The number of a person, the same for the same texts. `family`: the text of the family where it is the unit of the row; none
    /// where the person is the unit.
    pub(crate) fn person(&mut self, family: Option<&str>, person: &str) -> u32 {
        self.persons.number(family, person)
    }

    /// The number of a text of a key of groups, by the key's position in [`Shape::by`].
    pub(crate) fn group_text(&mut self, key: usize, text: Option<&str>) -> u32 {
        self.groups.text(key, text.map(str::as_bytes))
    }

    /// The number of the group of such texts, one for each key.
    #[inline(always)]
    pub(crate) fn group(&mut self, texts: &[u32]) -> u32 {
        self.groups.of(texts)
    }

    /// The texts of a group in bytes, for rows that are kept, which another accumulator understands.
    pub(crate) fn group_key(&self, group: u32, key: &mut Packer) {
        self.groups.pack_key(group, key);
    }

    /// The group of such texts.
    pub(crate) fn group_of_key(&mut self, key: &[u8]) -> Result<u32, Damaged> {
        self.groups.of_packed(&mut Unpacker::of(key))
    }

    /// Each row once, whatever came of it. One that is not computed under all sides (covered or not) is in the sums of outcomes alone.
    #[inline]
    pub(crate) fn add(&mut self, row: &SeenRow) {
        let charged = times(row.charged, row.weight);
        self.outcomes.add_row(row, charged);
        let is_summed = is_summed(row);
        if let Some(paid) = &mut self.paid {
            paid.push(row, is_summed);
        }
        if is_summed {
            self.groups.sum(row.group).add_row(row, charged);
            if row.is_secu_assumed | row.are_limits_left_out | (row.whose == Whose::Alone) {
                self.assume(row);
            }
        }
        let mut difference = None;
        if let Some(draft) = row.draft.filter(|_| is_summed) {
            difference = Some(draft.complementary.wrapping_sub(row.current.complementary));
            if row.current.outcome & draft.outcome == COVERED {
                let [current, other] = &self.names;
                if name(current, row.current.guarantee) != name(other, draft.guarantee) {
                    self.outcomes.other_guarantee = self.outcomes.other_guarantee.wrapping_add(1);
                }
            }
        }
        let weight = row.weight.cast_unsigned();
        match (row.whose, difference) {
            (Whose::Nobody, _) => {}
            // Without a draft nobody is apart.
            (Whose::Person(number), _) if row.draft.is_none() => self.persons.add(number, row.place, weight, Some(0)),
            (Whose::Person(number), difference) => self.persons.add(number, row.place, weight, difference),
            (Whose::Alone, Some(difference)) => self.findings.add_alone(row.place, difference, weight),
            (Whose::Alone, None) => self.findings.apart = self.findings.apart.wrapping_add(1),
        }
    }

    #[inline(never)]
    fn assume(&mut self, row: &SeenRow) {
        let assumed = [
            (row.is_secu_assumed, AssumedReason::SecuPaid),
            (row.whose == Whose::Alone, AssumedReason::Person),
            (row.are_limits_left_out, AssumedReason::Limits),
        ];
        let assumed = assumed.into_iter().filter(|(is_assumed, _)| *is_assumed);
        assumed.for_each(|(_, reason)| self.refused.assume(reason));
    }

    /// A row is counted under a reason; once for each row. `say`: its message and its column, asked where it is one of the first.
    /// `line`: in its piece, from 1; 0 none.
    pub(crate) fn refuse(
        &mut self,
        place: Place,
        reason: InvalidReason,
        line: u32,
        say: &mut dyn FnMut() -> (RowMessage, Option<String>),
    ) {
        self.refused.count(reason);
        if self.refused.may_list(place) {
            let (says, column) = say();
            self.refused.list(Refusal { place, reason, line, says, column });
        }
    }

    /// A limit binds; at most once for each row and key.
    pub(crate) fn hit(&mut self, hit: &LimitHit) {
        if let (Some(limit), Whose::Person(number)) = (self.limits.add(hit), hit.whose) {
            self.persons.reach(number, limit);
        }
    }

    /// Packs the persons of a bucket, and with bucket 0 all else. By person: the number in what is packed,
    /// [`NOT_HERE`](super::persons::NOT_HERE) for one of another bucket.
    pub(crate) fn pack(&self, bucket: usize, buckets: usize, packer: &mut Packer) -> Vec<u32> {
        packer.unsigned(self.shape.check_value());
        let numbers = self.persons.pack(bucket, buckets, packer);
        packer.count(usize::from(bucket == 0));
        if bucket == 0 {
            self.pieces.pack(packer);
            self.outcomes.pack(packer);
            self.groups.pack(packer);
            self.limits.pack(packer);
            self.refused.pack(packer);
            self.findings.pack(packer);
            self.paid.iter().for_each(|paid| paid.pack(packer));
        }
        numbers
    }

    /// Adds what another accumulator of the same shape packed. By person of what was packed: the number here.
    ///
    /// # Errors
    /// Bytes that no accumulator of this shape packed. The sums are of no use then.
    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<Vec<u32>, Damaged> {
        if unpacker.unsigned()? != self.shape.check_value() {
            return Err(Damaged);
        }
        let numbers = self.persons.merge(unpacker)?;
        if unpacker.unsigned()? != 0 {
            self.pieces.merge(unpacker)?;
            self.outcomes.merge(unpacker)?;
            self.groups.merge(unpacker)?;
            self.limits.merge(unpacker)?;
            self.refused.merge(unpacker)?;
            self.findings.merge(unpacker)?;
            self.paid.as_mut().map_or(Ok(()), |paid| paid.merge(unpacker))?;
        }
        Ok(numbers)
    }

    /// All rows of all persons are here: what is found out of them takes the place of the persons.
    pub(crate) fn settle(&mut self) {
        let persons = std::mem::replace(&mut self.persons, Persons::new(self.limits.len()));
        persons.settle(self.shape.draft.is_some(), &mut self.findings, &mut self.limits, &mut self.refused);
    }

    /// Whether a row is of those that are shown of somebody whose change is named.
    pub(crate) fn is_named(&self, place: Place) -> bool {
        self.findings.is_named(place)
    }

    /// What other sums have for rows of those whose change is named.
    pub(crate) fn take_paid(&mut self, other: &Accumulator) {
        let findings = &mut self.findings;
        if let Some(rows) = &other.paid {
            rows.each(&mut |place, _, _, paid| findings.take_paid(place, paid));
        }
    }
}

fn name(names: &[usize], guarantee: i32) -> Option<usize> {
    usize::try_from(guarantee).ok().and_then(|guarantee| names.get(guarantee)).copied()
}
