//! How does a person say it? The first act of a region in words, with what the region restricts and nothing else.

use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::report::ActRegion;
use crate::coverage::region::witness::WitnessValue;
use crate::ground::diagnostics::nearest::quote;

/// "an act of care type `CROWN` for a member of 17, OPTAM or secteur 1, by a `DENTIST`".
pub(crate) fn act(region: &ActRegion<'_>) -> String {
    let ActRegion { conditions, witness, .. } = region;
    let care_type = quote(witness.care_type);
    let mut words = format!("an act of care type {care_type} for a member of {}", witness.member_age);
    for fact in ActFact::ALL.into_iter().filter(|fact| !conditions.region.fact(*fact).is_all()) {
        match witness.fact(fact) {
            Some(WitnessValue::Flag(value)) => {
                words.push_str(", ");
                words.push_str(flag(fact, *value));
            }
            Some(WitnessValue::Text(text)) => {
                words.push_str(", ");
                words.push_str(text_fact(fact));
                words.push_str(&quote(text));
            }
            None => {}
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

fn flag(fact: ActFact, value: bool) -> &'static str {
    match (fact, value) {
        (ActFact::IsOptamOrSecteur1, true) => "OPTAM or secteur 1",
        (ActFact::IsOptamOrSecteur1, false) => "neither OPTAM nor secteur 1",
        (ActFact::IsForAtLeastOneVisibleTooth, true) => "on a visible tooth",
        (ActFact::IsForAtLeastOneVisibleTooth, false) => "on no visible tooth",
        (ActFact::IsEtablissementConventionne, true) => "in an établissement conventionné",
        (ActFact::IsEtablissementConventionne, false) => "in an établissement that is not conventionné",
        (_, true) => "reimbursed by the Sécu",
        (_, false) => "not reimbursed by the Sécu",
    }
}

fn text_fact(fact: ActFact) -> &'static str {
    match fact {
        ActFact::Practitioner => "by practitioner ",
        ActFact::GlassesLensComplexity => "with lens complexity ",
        ActFact::TreatmentMode => "in treatment mode ",
        _ => "of nature de soins ",
    }
}
