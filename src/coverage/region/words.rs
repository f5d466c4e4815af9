//! How does a person say it? The first act of a region in words, with what the region restricts and nothing else.

use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::{ActFact, Phrase};
use crate::coverage::region::report::ActRegion;
use crate::coverage::region::text_set::TextSet;
use crate::coverage::region::witness::{Witness, WitnessValue};
use crate::coverage::region::{Ages, FactSet};
use crate::ground::diagnostics::nearest::quote;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// "an act of care type `CROWN` for a member of 17, OPTAM or secteur 1, by a `DENTIST`".
pub(crate) fn act(region: &ActRegion<'_>) -> String {
    let Witness { care_type, member_age, .. } = region.witness;
    let mut words = format!("an act of care type {} for a member of {member_age}", quote(care_type));
    for (fact, value) in restricted(region) {
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

/// The same as a part of a `CareAct`.
pub(crate) fn act_value(region: &ActRegion<'_>) -> Json {
    let Witness { care_type, member_age, .. } = region.witness;
    let mut act = vec![
        (CARE_TYPE.to_owned(), Json::String(care_type.to_owned())),
        (MEMBER_AGE.to_owned(), Json::Number(f64::from(member_age))),
    ];
    for (fact, value) in restricted(region) {
        let value = match value {
            WitnessValue::Flag(flag) => Json::Bool(*flag),
            WitnessValue::Text(text) => Json::String(text.clone().into_owned()),
        };
        act.push((fact.name().to_owned(), value));
    }
    Json::Object(act)
}

/// What the act that shows a region has of the facts that the region restricts.
fn restricted<'r>(region: &'r ActRegion<'_>) -> impl Iterator<Item = (ActFact, &'r WitnessValue<'r>)> {
    let is_restricted = |fact: &ActFact| !region.conditions.region.fact(*fact).is_all();
    ActFact::ALL.into_iter().filter(is_restricted).filter_map(|fact| Some((fact, region.witness.fact(fact)?)))
}

/// The conditions of a region, as an analysis has them.
pub(crate) fn conditions(region: &ActRegion<'_>) -> Json {
    let region = &region.conditions.region;
    let mut conditions = Vec::new();
    if region.ages != Ages::ALL {
        let bounds = [("min", region.ages.min), ("max", region.ages.max)];
        let bounds = bounds.map(|(name, age)| (name.to_owned(), Json::Number(f64::from(age))));
        conditions.push((MEMBER_AGE.to_owned(), Json::Object(bounds.into())));
    }
    for fact in ActFact::ALL {
        let condition = match region.fact(fact) {
            values if values.is_all() => continue,
            FactSet::Flags { yes, .. } => Json::Bool(*yes),
            FactSet::Texts(texts) => text_condition(texts),
        };
        conditions.push((fact.name().to_owned(), condition));
    }
    Json::Object(conditions)
}

fn text_condition(texts: &TextSet) -> Json {
    let (values, others) = texts.parts();
    let values = values.iter().map(|value| Json::String((**value).to_owned())).listed();
    Json::Object(vec![(if others { "not_in" } else { "in" }.to_owned(), Json::Array(values))])
}

/// The other care types of a region.
pub(crate) enum Others<'t> {
    None,
    /// With the first one they are exactly a group.
    Group(&'t str),
    Some(usize),
}

pub(crate) fn others<'t>(region: &ActRegion<'_>, tables: &'t Tables) -> Others<'t> {
    let code = |index: &_| tables.care_type(*index).map(|care_type| care_type.short_code.as_str());
    let codes = &region.care_types;
    let more = codes.len().saturating_sub(1);
    let is_all =
        |members: &[_]| members.len() == codes.len() && members.iter().filter_map(code).eq(codes.iter().copied());
    match tables.groups().iter().find(|group| is_all(&group.members)) {
        _ if more == 0 => Others::None,
        Some(group) => Others::Group(&group.entry.short_code),
        None => Others::Some(more),
    }
}
