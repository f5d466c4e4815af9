//! How does a person say it? The first act of a region in words, with what the region restricts and nothing else.

use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::table::{ActFact, Phrase};
use crate::coverage::region::report::ActRegion;
use crate::coverage::region::witness::WitnessValue;
use crate::ground::diagnostics::nearest::quote;

/// "an act of care type `CROWN` for a member of 17, OPTAM or secteur 1, by a `DENTIST`".
pub(crate) fn act(region: &ActRegion<'_>) -> String {
    let ActRegion { conditions, witness, .. } = region;
    let care_type = quote(witness.care_type);
    let mut words = format!("an act of care type {care_type} for a member of {}", witness.member_age);
    for fact in ActFact::ALL.into_iter().filter(|fact| !conditions.region.fact(*fact).is_all()) {
        let Some(value) = witness.fact(fact) else { continue };
        words.push_str(", ");
        match (fact.phrase(), value) {
            (Phrase::Flag { yes, no }, value) => {
                words.push_str(if *value == WitnessValue::Flag(true) { yes } else { no })
            }
            (Phrase::Text(before), WitnessValue::Text(text)) => {
                words.push_str(before);
                words.push_str(&quote(text));
            }
            // INVARIANT: a witness gives each fact a value of its kind.
            (Phrase::Text(_), WitnessValue::Flag(_)) => {}
        }
    }
    words
}

/// ", as for 11 more care types", or the group's name where the types are exactly a group; nothing for one type.
pub(crate) fn others(region: &ActRegion<'_>, tables: &Tables) -> String {
    let code = |index: &_| tables.care_type(*index).map(|care_type| care_type.short_code.as_str());
    let codes = &region.care_types;
    let more = codes.len().saturating_sub(1);
    let is_all =
        |members: &[_]| members.len() == codes.len() && members.iter().filter_map(code).eq(codes.iter().copied());
    let group = tables.groups().iter().find(|group| is_all(&group.members));
    match (more, group) {
        (0, _) => String::new(),
        (_, Some(group)) => format!(", as for all of the group {}", quote(&group.entry.short_code)),
        (1, None) => ", as for 1 more care type".to_owned(),
        (more, None) => format!(", as for {more} more care types"),
    }
}
