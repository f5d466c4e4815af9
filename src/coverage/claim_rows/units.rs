//! Whose limits does a row use? A number for each unit, beneficiary and stay in place of its text.

use crate::coverage::claims::columns::{ClaimColumns, Names};
use crate::ground::small::intern::Interner;
use crate::ground::small::listed::Listed;

/// The columns of numbers of a piece; empty: nobody says anything.
#[derive(Debug, Default)]
pub(crate) struct UnitColumns {
    pub(crate) unit: Vec<u32>,
    pub(crate) beneficiary: Vec<u32>,
    pub(crate) stay_id: Vec<u32>,
}

impl UnitColumns {
    /// `unit`: what is counted together; without it each row is alone.
    ///
    /// Where rows are counted together, a beneficiary that is left out is the person, as in a simulation.
    pub(crate) fn of(claims: &ClaimColumns<'_>, unit: Option<&Names<'_>>) -> Self {
        let mut persons = Interner::default();
        let mut beneficiary = numbered(&claims.beneficiary, &mut persons);
        if unit.is_some() {
            let person = numbered(&claims.person, &mut persons);
            if beneficiary.is_empty() {
                beneficiary = person;
            } else {
                let left_out = beneficiary.iter_mut().zip(person).filter(|(beneficiary, _)| **beneficiary == 0);
                left_out.for_each(|(beneficiary, person)| *beneficiary = person);
            }
        }
        UnitColumns {
            unit: unit.map(|unit| numbered(unit, &mut Interner::default())).unwrap_or_default(),
            beneficiary,
            stay_id: numbered(&claims.stay_id, &mut Interner::default()),
        }
    }
}

/// By row: the number of its text, in the order in which they first come; 0 where there is none.
fn numbered(names: &Names<'_>, texts: &mut Interner) -> Vec<u32> {
    const UNKNOWN: u32 = u32::MAX;
    let mut known = vec![UNKNOWN; names.names.len().saturating_add(2)];
    known.iter_mut().take(2).for_each(|slot| *slot = 0);
    let number = |code: &u32| {
        let Some((code, slot)) = usize::try_from(*code).ok().and_then(|code| Some((code, known.get_mut(code)?))) else {
            return 0;
        };
        if *slot == UNKNOWN {
            let text = code.checked_sub(2).and_then(|position| names.names.get(position)).copied().unwrap_or_default();
            *slot = if text.is_empty() { 0 } else { number_of(texts, text) };
        }
        *slot
    };
    names.codes.iter().map(number).listed()
}

/// From 1.
pub(crate) fn number_of(texts: &mut Interner, text: &str) -> u32 {
    u32::try_from(texts.insert(text.as_bytes())).unwrap_or(u32::MAX).saturating_add(1)
}
