//! Acts that show a violation, and what the coverage pays for them.

use crate::coverage::amounts::question::Fields;
use crate::coverage::amounts::witness::{act, counters};
use crate::coverage::compiled::Compiled;
use crate::coverage::decision::Decision;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::region::Side;
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::answer::answer;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::money::{Money, ZERO, show};
use crate::coverage::reimburse::options;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::requirements::report::RequirementExample;
use crate::coverage::rule::model::Limit;
use crate::ground::value::json::Json;

/// The act of a region with amounts. Where the region leaves it open whether the Sécu reimburses it, the act says what its amounts say.
pub(crate) fn act_of(region: &ActRegion<'_>, fields: Fields, has_base: bool) -> Json {
    let mut act = act(&region.witness, fields);
    let reimbursed = ActFact::ReimbursedBySecu;
    if region.conditions.region.is_free(Side::Fact(reimbursed))
        && region.witness.fact(reimbursed).is_some()
        && let Json::Object(fields) = &mut act
    {
        let fact = fields.iter_mut().find(|(name, _)| name == reimbursed.name());
        fact.into_iter().for_each(|(_, value)| *value = Json::Bool(has_base));
    }
    act
}

/// One act, with limits that are used up before it.
pub(crate) fn of_one<'a>(
    compiled: &'a Compiled,
    guarantee: Option<usize>,
    act: Json,
    is_used_up: &dyn Fn(&Limit) -> bool,
    required: Money,
) -> Option<RequirementExample<'a>> {
    let priced = PricedAct::decode(&act, &compiled.tables.options.derive).ok()?;
    let rule = match compiled.rules.get(guarantee.unwrap_or(usize::MAX)) {
        Some(GuaranteeRule::Ready(rule)) => Some(rule),
        _ => None,
    };
    let mut used = rule.map_or_else(Counters::default, |rule| counters(rule, &priced, is_used_up));
    let before = used.show();
    let (mut result, _) = answer(compiled, &priced, &mut used, &options::of_one(None).ok()?, ZERO).ok()?;
    result.counters = used.show();
    let nothing = "0.00".to_owned();
    let paid = result.amounts.as_ref().map_or(nothing, |amounts| amounts.complementary.clone());
    let (acts, required) = (vec![act], show(required));
    Some(RequirementExample { acts, counters: before, paid, required, reimbursements: vec![result] })
}

/// Acts that are paid each for itself, with limits that are used up before it.
pub(crate) fn of_acts<'a>(
    compiled: &'a Compiled,
    acts: Vec<Json>,
    is_used_up: &dyn Fn(&Limit) -> bool,
    paid: String,
    required: String,
) -> Option<RequirementExample<'a>> {
    let (mut before, mut reimbursements) = (Vec::new(), Vec::new());
    for act in &acts {
        let priced = PricedAct::decode(act, &compiled.tables.options.derive).ok()?;
        let guarantee = Decision::on(compiled, &priced.act).guarantees.first().copied();
        let mut used = match guarantee.and_then(|position| compiled.rules.get(position)) {
            Some(GuaranteeRule::Ready(rule)) => counters(rule, &priced, is_used_up),
            _ => Counters::default(),
        };
        for counter in used.show() {
            if !before.contains(&counter) {
                before.push(counter);
            }
        }
        let (mut result, _) = answer(compiled, &priced, &mut used, &options::of_one(None).ok()?, ZERO).ok()?;
        result.counters = used.show();
        reimbursements.push(result);
    }
    Some(RequirementExample { acts, counters: before, paid, required, reimbursements })
}

/// Acts that are paid one after the other, from unused limits; what is paid for the last.
pub(crate) fn in_turn<'a>(compiled: &'a Compiled, acts: Vec<Json>, required: String) -> Option<RequirementExample<'a>> {
    let (mut used, mut reimbursements) = (Counters::default(), Vec::new());
    for act in &acts {
        let priced = PricedAct::decode(act, &compiled.tables.options.derive).ok()?;
        let (mut result, _) = answer(compiled, &priced, &mut used, &options::of_one(None).ok()?, ZERO).ok()?;
        result.counters = used.show();
        reimbursements.push(result);
    }
    let last = reimbursements.last().and_then(|result| result.amounts.as_ref());
    let paid = last.map_or("0.00".to_owned(), |amounts| amounts.complementary.clone());
    Some(RequirementExample { acts, counters: Vec::new(), paid, required, reimbursements })
}

/// Some fields in place of those of the same name.
pub(crate) fn with_fields(mut fields: Fields, others: &[(&'static str, Json)]) -> Fields {
    for (name, value) in others {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value.clone(),
            None => fields.push(((*name).to_owned(), value.clone())),
        }
    }
    fields
}

/// An act of a member of another age.
pub(crate) fn with_age(mut act: Json, member_age: u8) -> Json {
    if let Json::Object(fields) = &mut act {
        let age = fields.iter_mut().find(|(name, _)| name == MEMBER_AGE);
        age.into_iter().for_each(|(_, age)| *age = member_age.into());
    }
    act
}
