//! The columns of a table → claims of the engine, as they are stored.

use arrow_array::{ArrayRef, RecordBatch};
use care_coverage::ActFact;
use care_coverage::batch::{ActColumns, PricedColumns};
use care_coverage::simulation::{ClaimColumns, Names, Unreadable};

use crate::amounts::AMOUNTS;
use crate::arrow::fields::{CARE_TYPE, ESTABLISHMENT, FACTS, Fields, Slot, TEXTS};
use crate::arrow::numbers::{Cells, NO_AMOUNT, ages, amounts, days, flags, teeth};
use crate::arrow::reason::{Rows, no_side};
use crate::arrow::texts::{LEFT_OUT, Texts, texts};

/// Claims in columns, some of them lent by the table.
pub(crate) struct Claims<'a> {
    texts: Vec<Texts<'a>>,
    flags: [Cells<'a, u8>; ActFact::BOOLEANS.len()],
    amounts: [Cells<'a, i64>; AMOUNTS.len()],
    weight: Cells<'a, i64>,
    care_date: Cells<'a, i32>,
    membership_start: Cells<'a, i32>,
    age: Cells<'a, u8>,
    side: Cells<'a, u8>,
    tooth: Cells<'a, u8>,
    by: Vec<Texts<'a>>,
    unreadable: Vec<Unreadable>,
}

/// The names of all columns of texts.
pub(crate) struct ClaimNames<'c> {
    texts: Vec<Vec<&'c str>>,
    by: Vec<Vec<&'c str>>,
}

const SIDES: [&str; 2] = ["left", "right"];

impl<'a> Claims<'a> {
    /// The rows of some batches of one schema.
    pub(crate) fn of(batches: &'a [RecordBatch], fields: &Fields, by: usize) -> Self {
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        let mut wrong = Rows::default();
        let mut claims = Claims {
            texts: (0..TEXTS).map(|_| Texts::default()).collect(),
            flags: Default::default(),
            amounts: Default::default(),
            weight: Cells::default(),
            care_date: Cells::default(),
            membership_start: Cells::default(),
            age: Cells::default(),
            side: Cells::default(),
            tooth: Cells::default(),
            by: (0..by).map(|_| Texts::default()).collect(),
            unreadable: Vec::new(),
        };
        for field in &fields.fields {
            let chunks: Vec<&'a ArrayRef> =
                batches.iter().filter_map(|batch| batch.columns().get(field.position)).collect();
            let column = &*field.column;
            match field.slot {
                Slot::Text(at) => put(claims.texts.get_mut(at), texts(&chunks, field, &mut wrong)),
                Slot::By(at) => put(claims.by.get_mut(at), texts(&chunks, field, &mut wrong)),
                Slot::Flag(at) => put(claims.flags.get_mut(at), flags(&chunks)),
                Slot::Amount(at) => put(claims.amounts.get_mut(at), amounts(&chunks, column, false, &mut wrong)),
                Slot::Weight => claims.weight = amounts(&chunks, column, true, &mut wrong),
                Slot::CareDate => claims.care_date = days(&chunks, column, &mut wrong),
                Slot::MembershipStart => claims.membership_start = days(&chunks, column, &mut wrong),
                Slot::Age => claims.age = ages(&chunks, column, &mut wrong),
                Slot::Tooth => claims.tooth = teeth(&chunks, column, &mut wrong),
                Slot::Side => {
                    let read = texts(&chunks, field, &mut wrong);
                    claims.side = sides(&read, column, &mut wrong);
                }
                Slot::Other => {}
            }
        }
        // Both must be as long as there are rows.
        claims.texts.get_mut(CARE_TYPE).into_iter().for_each(|texts| texts.codes.resize(rows, LEFT_OUT));
        if let Some(charged) = claims.amounts.first_mut().filter(|charged| charged.len() != rows) {
            *charged = Cells::Owned(vec![NO_AMOUNT; rows]);
        }
        claims.unreadable = wrong.sorted();
        claims
    }

    pub(crate) fn names(&self) -> ClaimNames<'_> {
        ClaimNames {
            texts: self.texts.iter().map(Texts::names).collect(),
            by: self.by.iter().map(Texts::names).collect(),
        }
    }

    /// The columns that the caller asked for.
    pub(crate) fn by<'c>(&'c self, names: &'c ClaimNames<'c>) -> Vec<Names<'c>> {
        self.by.iter().zip(&names.by).map(|(texts, names)| texts.lend(names)).collect()
    }

    pub(crate) fn columns<'c>(&'c self, names: &'c ClaimNames<'c>, by: &'c [Names<'c>]) -> ClaimColumns<'c> {
        let text = |at: usize| match (self.texts.get(at), names.texts.get(at)) {
            (Some(texts), Some(names)) => texts.lend(names),
            _ => Names::default(),
        };
        let own = |at: usize| text(ESTABLISHMENT.wrapping_add(at));
        ClaimColumns {
            acts: PricedColumns {
                acts: ActColumns {
                    member_age: &self.age,
                    booleans: std::array::from_fn(|at| self.flags.get(at).map(|flags| &**flags).unwrap_or_default()),
                    ..ActColumns::default()
                },
                care_date: &self.care_date,
                membership_start: &self.membership_start,
                side: &self.side,
                tooth: &self.tooth,
                ..PricedColumns::of_amounts(self.amounts.each_ref().map(|column| &**column))
            },
            care_type: text(CARE_TYPE),
            texts: std::array::from_fn(|at| text(FACTS.wrapping_add(at))),
            establishment: own(0),
            teeth: own(1),
            person: own(2),
            family: own(3),
            beneficiary: own(4),
            stay_id: own(5),
            weight: &self.weight,
            by,
            unreadable: &self.unreadable,
            ..ClaimColumns::default()
        }
    }
}

fn put<T>(slot: Option<&mut T>, value: T) {
    if let Some(slot) = slot {
        *slot = value;
    }
}

/// 2 left, 3 right.
fn sides<'a>(texts: &Texts<'_>, column: &str, rows: &mut Rows) -> Cells<'a, u8> {
    let names = texts.names();
    let side = |(row, code): (usize, &u32)| {
        let Some(name) = code.checked_sub(2).and_then(|at| names.get(usize::try_from(at).ok()?)) else { return 0 };
        match SIDES.iter().position(|side| side == name) {
            Some(0) => 2,
            Some(_) => 3,
            None => {
                rows.wrong(row, no_side(name.to_string()), column);
                0
            }
        }
    };
    Cells::Owned(texts.codes.iter().enumerate().map(side).collect())
}
