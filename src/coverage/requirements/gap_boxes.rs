//! Which acts differ in one fact alone? Boxes of which it is false and of which it is true, cut by one another.

use crate::coverage::facts::table::ActFact;
use crate::coverage::region::values::Values;
use crate::coverage::region::{FactSet, Region, Side};
use crate::coverage::requirements::boxes::{ActBox, Boxes};
use crate::ground::small::listed::Listed;

/// Acts of which a fact is false, and the same of which it is true.
pub(crate) struct GapBoxes {
    pub(crate) of_false: ActBox,
    pub(crate) of_true: ActBox,
}

/// All of them; acts that do not have the fact are not asked.
pub(crate) fn gap_boxes(boxes: &Boxes, fact: ActFact) -> Vec<GapBoxes> {
    let has = |of: &&ActBox, value: bool| match of.region.fact(fact) {
        FactSet::Flags { no, yes } => of.applicable.contains(fact) && if value { *yes } else { *no },
        FactSet::Texts(_) => false,
    };
    let free = |of: &ActBox| of.region.clone().with(Values::all(Side::Fact(fact)));
    let mut pairs = Vec::new();
    for of_false in boxes.list.iter().filter(|of| has(of, false)) {
        for of_true in boxes.list.iter().filter(|of| has(of, true)) {
            let is_common = |index: &&_| of_true.care_types.binary_search(index).is_ok();
            let care_types = of_false.care_types.iter().filter(is_common).copied().listed();
            let common = free(of_false).intersection(&free(of_true));
            let (Some(region), false) = (common, care_types.is_empty()) else { continue };
            let with = |of: &ActBox, value: bool| {
                let values = FactSet::Flags { no: !value, yes: value };
                let region: Region = region.clone().with(Values::Fact(fact, values));
                let (care_types, guarantees) = (care_types.clone(), of.guarantees.clone());
                ActBox { care_types, applicable: of.applicable, region, guarantees, tariff: of.tariff }
            };
            pairs.push(GapBoxes { of_false: with(of_false, false), of_true: with(of_true, true) });
        }
    }
    pairs
}
