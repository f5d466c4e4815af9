//! What is simulated: the coverages of the two sides, and how.

use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::headings::{HEADINGS, Headings};
use crate::coverage::simulate::options::{GroupBy, Options};
use crate::coverage::simulate::side::{Side, Verdict, has_family_limit, without_counted_limits};
use crate::coverage::simulate::sums::row::SimulationSide;
use crate::coverage::simulate::sums::shape::Shape;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, of_argument};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

/// The two sides, each a base and its options, and the options of the simulation.
pub(crate) struct Setup<'c> {
    pub(crate) current: Vec<CodedCoverage<'c>>,
    /// None where nothing is compared.
    pub(crate) draft: Option<Vec<CodedCoverage<'c>>>,
    pub(crate) options: &'c Options,
    /// The headings of the catalogue of the first coverage; none where none are given.
    headings: Option<Headings>,
}

/// The sides while rows are paid.
pub(crate) struct Sides<'c> {
    pub(crate) current: Side<'c>,
    pub(crate) draft: Option<Side<'c>>,
}

/// By coverage of the current side, then of the draft: its rules without limits that are counted.
pub(crate) type WithoutLimits = (Vec<Vec<GuaranteeRule>>, Vec<Vec<GuaranteeRule>>);

impl Sides<'_> {
    /// What the coverages of the current side decide, and what those of the draft do.
    #[inline(always)]
    pub(crate) fn divided<'v>(&self, verdicts: &'v [Verdict]) -> (&'v [Verdict], &'v [Verdict]) {
        verdicts.split_at_checked(self.current.layers.len()).unwrap_or((verdicts, &[]))
    }

    /// Whether a row must wait for others of its unit, under either side.
    #[inline(always)]
    pub(crate) fn waits(&self, verdicts: &[Verdict]) -> bool {
        let (current, of_draft) = self.divided(verdicts);
        self.current.waits(current) || self.draft.as_ref().is_some_and(|draft| draft.waits(of_draft))
    }
}

impl<'c> Setup<'c> {
    /// # Errors
    /// `wrong_type` for a side without coverages; the problems of the headings.
    pub(crate) fn new(
        current: Vec<CodedCoverage<'c>>,
        draft: Option<Vec<CodedCoverage<'c>>>,
        options: &'c Options,
    ) -> Result<Self, Error> {
        let mut problems = Problems::default();
        for (side, coverages) in [(SimulationSide::Current, Some(&current)), (SimulationSide::Draft, draft.as_ref())] {
            if coverages.is_some_and(Vec::is_empty) {
                let says = say::wrong_type("a coverage, or at least one of a list", "an empty list");
                problems.report(Code::WrongType, &Path::Root.field(side.as_str()), says);
            }
        }
        let tables = current.first().map(|coverage| &coverage.compiled.tables);
        let headings = options.headings.as_ref().zip(tables).map(|(json, tables)| Headings::decode(tables, json));
        let headings = headings.transpose().unwrap_or_else(|error| {
            problems.nest(&Path::Root.field(HEADINGS), of_argument("options", error).into_diagnostics());
            None
        });
        problems.finish(Some(Setup { current, draft, options, headings })).map(|(setup, _)| setup)
    }

    /// The heading of a care type; none where none has it.
    pub(crate) fn heading(&self, care_type: &str) -> Option<&str> {
        let tables = &self.current.first()?.compiled.tables;
        self.headings.as_ref()?.of(tables, care_type)
    }

    /// The coverages of the current side, then those of the draft.
    pub(crate) fn coverages(&self) -> impl Iterator<Item = &CodedCoverage<'c>> {
        self.current.iter().chain(self.draft.iter().flatten())
    }

    /// Whether families are counted together.
    pub(crate) fn is_by_family(&self) -> bool {
        self.coverages().any(has_family_limit)
    }

    /// The sides before any row. `without`: the rules in place of those of the coverages.
    pub(crate) fn sides<'s>(&self, without: Option<&'s WithoutLimits>) -> Sides<'s>
    where
        'c: 's,
    {
        let rounding = self.options.rounding;
        let rules =
            |rules: fn(&WithoutLimits) -> &Vec<Vec<GuaranteeRule>>| without.map(|without| rules(without).as_slice());
        let current = Side::new(SimulationSide::Current, &self.current, rules(|(current, _)| current), rounding);
        let draft = self.draft.as_ref();
        let draft = draft.map(|draft| Side::new(SimulationSide::Draft, draft, rules(|(_, draft)| draft), rounding));
        Sides { current, draft }
    }

    pub(crate) fn without_limits(&self) -> WithoutLimits {
        let without = |coverages: &[CodedCoverage<'_>]| coverages.iter().map(without_counted_limits).listed();
        (without(&self.current), self.draft.as_deref().map(without).unwrap_or_default())
    }

    pub(crate) fn shape(&self) -> Shape {
        let Sides { current, draft } = self.sides(None);
        Shape {
            by: self.options.by.iter().map(GroupBy::name).map(str::to_owned).listed(),
            current: current.names(),
            draft: draft.map(|draft| draft.names()),
            amounts: self.options.amounts,
        }
    }
}
