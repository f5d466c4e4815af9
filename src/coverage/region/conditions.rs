//! Which acts do conditions ask for? What an answer says of a region (`ActConditions`), read back.
//!
//! ```text
//! read(written(region)) = region
//! ```

use crate::coverage::facts::mask::FactMask;
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::{ActFact, ConditionKind};
use crate::coverage::filter::Expected;
use crate::coverage::region::{Ages, FactSet, Region, only_the_first};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// The acts, and the facts that they are asked for, or none where some condition could not be read or holds for nothing.
pub(crate) fn read(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<(Region, FactMask)> {
    let facts = ActFact::ALL.map(ActFact::name);
    let known: Vec<&'static str> = std::iter::once(MEMBER_AGE).chain(facts).listed();
    let object = problems.object(json, at, &known)?;
    let (mut region, mut asked, mut whole) = (Region::all(), FactMask::default(), true);
    if let Some(json) = object.get(MEMBER_AGE) {
        match ages(problems, json, &at.field(MEMBER_AGE)) {
            Some(ages) => region.ages = ages,
            None => whole = false,
        }
    }
    for fact in ActFact::ALL {
        let Some(json) = object.get(fact.name()) else { continue };
        match values(problems, fact, json, &at.field(fact.name())) {
            Some(values) => region.set(fact, values),
            None => whole = false,
        }
        asked = asked.with(fact);
    }
    whole.then_some((region, asked))
}

fn ages(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Ages> {
    let object = problems.object(json, at, &["min", "max"])?;
    let mut age = |name| {
        let json = problems.required(&object, name, at)?;
        problems.age(json, &at.field(name))
    };
    let (min, max) = (age("min"), age("max"));
    let (min, max) = (min?, max?);
    let ages = Ages::new(min, max);
    if ages.is_none() {
        problems.report(Code::AgeReversed, at, say::age_reversed(min, max));
    }
    ages
}

fn values(problems: &mut Problems, fact: ActFact, json: &Json, at: &Path<'_>) -> Option<FactSet> {
    match fact.kind() {
        ConditionKind::Flag => problems.boolean(json, at).map(|value| FactSet::of(&Expected::Flag(value))),
        ConditionKind::Text | ConditionKind::OneOf => {
            let object = problems.object(json, at, &["in", "not_in"])?;
            let (name, json) = match (object.get("in"), object.get("not_in")) {
                (Some(json), None) => ("in", json),
                (None, Some(json)) => ("not_in", json),
                _ => return problems.wrong_type(json, at, "either `in` or `not_in`"),
            };
            let at = &at.field(name);
            let texts = problems.strings(json, at).complete()?;
            let listed = FactSet::of(&Expected::OneOf(texts.into_iter().map(str::to_owned).listed()));
            if name == "not_in" {
                return Some(FactSet::all(fact).combine(&listed, only_the_first));
            }
            if listed.is_empty() {
                problems.report(Code::EmptyList, at, say::empty_list());
                return None;
            }
            Some(listed)
        }
    }
}
