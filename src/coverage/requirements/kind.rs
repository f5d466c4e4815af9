//! What is asked by a requirement of each kind, and which fields say so?

use crate::coverage::facts::table::ActFact;
use crate::coverage::requirements::class_payload::{CHARGED_AT_MOST, ChargedAtMost, charged_at_most, flag};
use crate::coverage::requirements::known::Known;
use crate::coverage::requirements::parts::{self, Paid, Pair, Standard};
use crate::coverage::requirements::rule_field::{self, RuleField};
use crate::coverage::rule::component_payload::decimal;
use crate::coverage::rule::model::{Limit, Rule};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::exact::amount::{Amount, PERCENT};
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::value::pointer::Path;

names! {
    /// What a requirement asks.
    pub enum RequirementKind {
        /// At least what a rule, or another coverage, pays.
        AtLeast = "at_least",
        /// At most what a rule pays, or the ticket modérateur.
        AtMost = "at_most",
        /// Some guarantee covers it.
        Covered = "covered",
        /// What is paid above the base is bounded, and lower where a fact is false.
        SurplusGap = "surplus_gap",
        /// A pair of glasses is paid within bounds.
        Equipment = "equipment",
        /// It is paid once in so many months.
        Frequency = "frequency",
        /// No rule has a value in a field.
        RuleField = "rule_field",
        /// Cannot be seen in amounts: the caller says so.
        Declared = "declared",
        /// The rule language cannot say the contrary.
        ByConstruction = "by_construction",
    }
}

const CLASS: &str = "class";
const FRAME: &str = "frame";
const REQUIRED: &str = "required";
const AT_MOST_PERCENT: &str = "at_most_brss_percent";
const BELOW_PERCENT: &str = "below_brss_percent";

/// What is asked. A class is its position in the profile.
pub(crate) enum Kind<'j> {
    AtLeast { class: usize, of: Standard, allowed: Vec<Limit>, charged_at_most: Option<ChargedAtMost> },
    AtMost { class: usize, rule: Rule, charged_at_most: Option<ChargedAtMost> },
    Covered { class: usize },
    SurplusGap { class: usize, fact: ActFact, at_most: Amount, below: Amount, charged_at_most: Option<ChargedAtMost> },
    Equipment { frame: usize, pairs: Vec<Pair<'j>>, required: bool },
    Frequency { class: usize, months: u32, acts: Vec<Paid> },
    RuleField { class: usize, field: RuleField },
    Declared { class: Option<usize> },
    ByConstruction { class: Option<usize> },
}

impl Kind<'_> {
    pub(crate) fn name(&self) -> RequirementKind {
        match self {
            Kind::AtLeast { .. } => RequirementKind::AtLeast,
            Kind::AtMost { .. } => RequirementKind::AtMost,
            Kind::Covered { .. } => RequirementKind::Covered,
            Kind::SurplusGap { .. } => RequirementKind::SurplusGap,
            Kind::Equipment { .. } => RequirementKind::Equipment,
            Kind::Frequency { .. } => RequirementKind::Frequency,
            Kind::RuleField { .. } => RequirementKind::RuleField,
            Kind::Declared { .. } => RequirementKind::Declared,
            Kind::ByConstruction { .. } => RequirementKind::ByConstruction,
        }
    }

    /// The classes that it speaks of.
    pub(crate) fn classes(&self) -> Vec<usize> {
        match self {
            Kind::AtLeast { class, .. }
            | Kind::AtMost { class, .. }
            | Kind::Covered { class }
            | Kind::SurplusGap { class, .. }
            | Kind::RuleField { class, .. } => vec![*class],
            Kind::Declared { class } | Kind::ByConstruction { class } => class.iter().copied().listed(),
            Kind::Frequency { class, acts, .. } => {
                let mut classes = vec![*class];
                acts.iter().for_each(|act| classes.push(act.class));
                classes
            }
            Kind::Equipment { frame, pairs, .. } => {
                let mut classes = vec![*frame];
                pairs.iter().for_each(|pair| classes.extend(pair.lenses));
                classes
            }
        }
    }
}

/// The fields of a kind, beside those of every requirement.
pub(crate) fn own_fields(kind: RequirementKind) -> &'static [&'static str] {
    match kind {
        RequirementKind::AtLeast => &[CLASS, parts::RULE, parts::COVERAGE, parts::ALLOWED_LIMITS, CHARGED_AT_MOST],
        RequirementKind::AtMost => &[CLASS, parts::RULE, CHARGED_AT_MOST],
        RequirementKind::SurplusGap => &[CLASS, parts::FACT, AT_MOST_PERCENT, BELOW_PERCENT, CHARGED_AT_MOST],
        RequirementKind::Equipment => &[FRAME, parts::PAIRS, REQUIRED],
        RequirementKind::Frequency => &[CLASS, parts::MONTHS, parts::ACTS],
        RequirementKind::RuleField => &[CLASS, rule_field::FIELD, rule_field::FORBIDDEN],
        RequirementKind::Covered | RequirementKind::Declared | RequirementKind::ByConstruction => &[CLASS],
    }
}

/// What is asked, by the fields of the kind; none where some of it could not be read.
pub(crate) fn own_part<'j>(
    problems: &mut Problems,
    known: &Known<'_>,
    kind: RequirementKind,
    object: &Object<'j>,
    at: &Path<'_>,
) -> Option<Kind<'j>> {
    let class = |problems: &mut Problems| {
        let json = problems.required(object, CLASS, at)?;
        parts::class(problems, known, json, &at.field(CLASS))
    };
    let class_if_any = |problems: &mut Problems| match object.stated(CLASS) {
        None => Some(None),
        Some(json) => parts::class(problems, known, json, &at.field(CLASS)).map(Some),
    };
    Some(match kind {
        RequirementKind::AtLeast => {
            let (class, of) = (class(problems), parts::standard(problems, known, object, at));
            let allowed = parts::allowed_limits(problems, object, at);
            let charged_at_most = charged_at_most(problems, object, at);
            Kind::AtLeast { class: class?, of: of?, allowed: allowed?, charged_at_most }
        }
        RequirementKind::AtMost => {
            let class = class(problems);
            let rule = problems.required(object, parts::RULE, at);
            let rule = rule.and_then(|json| parts::rule(problems, json, &at.field(parts::RULE)));
            let charged_at_most = charged_at_most(problems, object, at);
            Kind::AtMost { class: class?, rule: rule?, charged_at_most }
        }
        RequirementKind::Covered => Kind::Covered { class: class(problems)? },
        RequirementKind::SurplusGap => {
            let (class, fact) = (class(problems), parts::fact(problems, object, at));
            let at_most = decimal(problems, object, AT_MOST_PERCENT, at, PERCENT);
            let below = decimal(problems, object, BELOW_PERCENT, at, PERCENT);
            let charged_at_most = charged_at_most(problems, object, at);
            Kind::SurplusGap { class: class?, fact: fact?, at_most: at_most?, below: below?, charged_at_most }
        }
        RequirementKind::Equipment => {
            let frame = match object.stated(FRAME) {
                Some(json) => parts::class(problems, known, json, &at.field(FRAME)),
                None => parts::named(problems, known, object, FRAME, at),
            };
            let pairs = parts::pairs(problems, known, object, at);
            let required = flag(problems, object, REQUIRED, at, true);
            Kind::Equipment { frame: frame?, pairs: pairs?, required }
        }
        RequirementKind::Frequency => {
            let class = class(problems);
            let months = parts::months(problems, object, at);
            let acts = parts::acts(problems, known, object, at, class);
            Kind::Frequency { class: class?, months: months?, acts: acts? }
        }
        RequirementKind::RuleField => {
            let (class, field) = (class(problems), RuleField::read(problems, object, at));
            Kind::RuleField { class: class?, field: field? }
        }
        RequirementKind::Declared => Kind::Declared { class: class_if_any(problems)? },
        RequirementKind::ByConstruction => Kind::ByConstruction { class: class_if_any(problems)? },
    })
}
