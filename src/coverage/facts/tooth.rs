//! Which teeth are there, and which are visible? FDI numbers: quadrant, then unit.
//!
//! ```text
//! permanent  11–18 21–28 31–38 41–48     deciduous  51–55 61–65 71–75 81–85
//! visible by default: units 1–5 of quadrants 1–4, units 1–3 of quadrants 5–8
//! ```

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::pointer::Path;

/// A tooth by its FDI number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tooth {
    quadrant: u8,
    unit: u8,
}

impl Tooth {
    pub(crate) fn from_number(number: f64) -> Option<Self> {
        let number = u8::try_from(safe_integer(number)?).ok()?;
        let (quadrant, unit) = (number.checked_div(10)?, number.checked_rem(10)?);
        let last = match quadrant {
            1..=4 => 8,
            5..=8 => 5,
            _ => return None,
        };
        (1..=last).contains(&unit).then_some(Tooth { quadrant, unit })
    }

    /// The FDI number.
    pub(crate) fn number(self) -> u8 {
        self.quadrant.saturating_mul(10).saturating_add(self.unit)
    }

    fn is_deciduous(self) -> bool {
        self.quadrant >= 5
    }
}

/// The teeth that count as visible: option `visibleTeeth` of a catalogue.
///
/// DECISION: no public source gives one list; incisors, canines and premolars are the default.
/// Case: derived_facts/default-second-premolar
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum VisibleTeeth {
    #[default]
    ThroughSecondPremolar,
    ThroughFirstPremolar,
    Listed(Vec<Tooth>),
}

impl VisibleTeeth {
    pub(crate) fn contains(&self, tooth: Tooth) -> bool {
        match self {
            VisibleTeeth::Listed(teeth) => teeth.contains(&tooth),
            _ if tooth.is_deciduous() => tooth.unit <= 3,
            VisibleTeeth::ThroughSecondPremolar => tooth.unit <= 5,
            VisibleTeeth::ThroughFirstPremolar => tooth.unit <= 4,
        }
    }
}

/// The teeth of an array of FDI numbers; unreadable ones are reported and left out.
pub(crate) fn teeth(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Vec<Tooth>> {
    let items = problems.array(json, at)?.items;
    let mut teeth = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        teeth.extend(tooth(problems, item, &at.item(index)));
    }
    Some(teeth)
}

/// An FDI number.
pub(crate) fn tooth(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Tooth> {
    let number = problems.number(json, at)?;
    let tooth = Tooth::from_number(number);
    if tooth.is_none() {
        problems.report(Code::InvalidTooth, at, say::invalid_tooth(number));
    }
    tooth
}
