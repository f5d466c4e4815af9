//! Acts that are already arrays of codes, one for each fact.

use std::ops::Range;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::coverage::batch::bits::Answer;
use crate::coverage::batch::codes::{ActCodes, LEFT_OUT, NO_AGE, NO_VALUE, Vocabulary};
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::Evaluation;
use crate::coverage::facts::act::{CARE_TYPE, CareAct};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::tooth::Tooth;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Acts in columns, a code for each act; the codes are those of [`Coverage::act_codes`](crate::Coverage::act_codes).
///
/// ```text
/// care type, text fact   0 left out, 1 null or a text that has no code, else 2 + its position in the list
/// boolean fact           0 left out, 1 null, 2 false, 3 true
/// age                    completed years, 0 to 130; 255 left out
/// ```
/// A column may be empty: its fact is left out of every act. A care type must be there.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct ActColumns<'c> {
    /// The care types; as many as there are acts.
    pub care_type: &'c [u32],
    /// The ages.
    pub member_age: &'c [u8],
    /// The boolean facts, in the order of [`ActFact::BOOLEANS`].
    pub booleans: [&'c [u8]; ActFact::BOOLEANS.len()],
    /// The text facts, in the order of [`ActFact::TEXTS`].
    pub texts: [&'c [u32]; ActFact::TEXTS.len()],
}

/// The texts that have codes, in the order of their codes, and what else says a fact. Serialized as an object with a list for each
/// text fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActCodeLists<'c> {
    /// The care types of the catalogue.
    pub care_type: Vec<&'c str>,
    /// What the filters of the coverage name, in the order of [`ActFact::TEXTS`].
    pub texts: [Vec<&'c str>; ActFact::TEXTS.len()],
    /// The FDI numbers of the teeth that the catalogue takes for visible.
    pub visible_teeth: Vec<u8>,
    /// The establishments that are not conventionnés; none where the fact is not derived.
    pub non_conventioned_establishments: Option<&'c [String]>,
}

impl Serialize for ActCodeLists<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lists = serializer.serialize_map(None)?;
        lists.serialize_entry(CARE_TYPE, &self.care_type)?;
        for (fact, texts) in ActFact::TEXTS.into_iter().zip(&self.texts) {
            lists.serialize_entry(fact.name(), texts)?;
        }
        lists.serialize_entry("visible_teeth", &self.visible_teeth)?;
        lists.serialize_entry("non_conventioned_establishments", &self.non_conventioned_establishments)?;
        lists.end()
    }
}

impl<'c> ActCodeLists<'c> {
    pub(crate) fn of(coverage: CodedCoverage<'c>) -> Self {
        let tables = &coverage.compiled.tables;
        let vocabulary = &coverage.encoded.vocabulary;
        let care_type = tables.care_types().iter().map(|care_type| care_type.short_code.as_str()).listed();
        let options = &tables.options.derive;
        let visible = |tooth: &u8| {
            Tooth::from_number(f64::from(*tooth)).is_some_and(|tooth| options.visible_teeth.contains(tooth))
        };
        ActCodeLists {
            care_type,
            texts: ActFact::TEXTS.map(|fact| vocabulary.spellings(fact).listed()),
            visible_teeth: (0..100).filter(visible).listed(),
            non_conventioned_establishments: options.non_conventioned_establishments.as_deref(),
        }
    }
}

/// The codes of one act.
///
/// # Errors
/// The problems of the act.
pub(crate) fn codes_of(coverage: CodedCoverage<'_>, act: &Json) -> Result<ActCodes, Error> {
    let act = CareAct::decode(act, &coverage.compiled.tables.options.derive)?;
    Ok(coverage.encoded.vocabulary.codes(&act))
}

/// Many acts in columns.
///
/// # Errors
/// `wrong_type` for a column that is neither empty nor as long as that of the care types.
pub(crate) fn evaluate_columns(coverage: CodedCoverage<'_>, columns: &ActColumns<'_>) -> Result<Evaluation, Error> {
    let mut problems = Problems::default();
    columns.check_lengths(&mut problems);
    problems.finish(Some(())).map(|((), _)| ())?;
    let mut evaluation = Evaluation::with_capacity(columns.care_type.len());
    Rows::new(&coverage, columns).each(|_, answer| match answer {
        Ok(answer) => evaluation.push(answer),
        Err(diagnostics) => evaluation.push_invalid(None, 0, 0, diagnostics),
    });
    Ok(evaluation)
}

/// Columns that are as long as that of the care types, and who is asked about their rows.
pub(crate) struct Rows<'r, 'c> {
    coverage: &'r CodedCoverage<'c>,
    columns: &'r ActColumns<'c>,
    limits: Limits,
}

impl<'r, 'c> Rows<'r, 'c> {
    pub(crate) fn new(coverage: &'r CodedCoverage<'c>, columns: &'r ActColumns<'c>) -> Self {
        Rows { coverage, columns, limits: Limits::new(&coverage.encoded.vocabulary) }
    }

    /// Takes each row in order: its position, and the answer or what is wrong with its codes.
    #[inline(always)]
    pub(crate) fn each(&self, mut take: impl FnMut(usize, Result<Answer, Vec<Diagnostic>>)) {
        for start in (0..self.columns.care_type.len()).step_by(BLOCK) {
            let block = Block::of(self.columns, start);
            for act in 0..block.care_type.len() {
                let row = start.wrapping_add(act);
                let quick = self.coverage.encoded.bits.quick_answer(block.act(act));
                take(row, quick.map_or_else(|| self.slowly(row), Ok));
            }
        }
    }

    /// Any act. Apart, and with columns instead of codes, so that the quick way keeps the codes in registers.
    #[inline(never)]
    fn slowly(&self, act: usize) -> Result<Answer, Vec<Diagnostic>> {
        let codes = self.columns.act(act);
        if self.limits.allow(codes) { Ok(self.coverage.answer(&codes)) } else { Err(self.limits.problems(&codes)) }
    }
}

/// Acts that are looked at together.
const BLOCK: usize = 1_024;
/// A column that leaves its fact out.
const LEFT_OUT_CODES: [u32; BLOCK] = [LEFT_OUT; BLOCK];
const LEFT_OUT_BYTES: [u8; BLOCK] = [0; BLOCK];
const NO_AGES: [u8; BLOCK] = [NO_AGE; BLOCK];

/// A part of all columns.
///
/// INVARIANT: all columns have the length of the care types.
struct Block<'c> {
    care_type: &'c [u32],
    member_age: &'c [u8],
    booleans: [&'c [u8]; ActFact::BOOLEANS.len()],
    texts: [&'c [u32]; ActFact::TEXTS.len()],
}

impl<'c> Block<'c> {
    fn of(columns: &ActColumns<'c>, start: usize) -> Self {
        let end = columns.care_type.len().min(start.saturating_add(BLOCK));
        fn part<'c, T>(column: &'c [T], range: Range<usize>, absent: &'c [T]) -> &'c [T] {
            let length = range.len();
            column.get(range).or_else(|| absent.get(..length)).unwrap_or_default()
        }
        Block {
            care_type: part(columns.care_type, start..end, &LEFT_OUT_CODES),
            member_age: part(columns.member_age, start..end, &NO_AGES),
            booleans: columns.booleans.map(|column| part(column, start..end, &LEFT_OUT_BYTES)),
            texts: columns.texts.map(|column| part(column, start..end, &LEFT_OUT_CODES)),
        }
    }

    #[inline(always)]
    #[allow(
        clippy::indexing_slicing,
        reason = "INVARIANT: an act is below the length of the care types, and each fact has a column"
    )]
    fn act(&self, act: usize) -> ActCodes {
        let facts = ActFact::each(|fact| match fact.kind().is_boolean() {
            true => u32::from(self.booleans[fact.position_in_kind()][act]),
            false => self.texts[fact.position_in_kind()][act],
        });
        ActCodes { care_type: self.care_type[act], age: self.member_age[act], facts }
    }
}

impl ActColumns<'_> {
    /// Reports the columns that are neither empty nor as long as that of the care types.
    pub(crate) fn check_lengths(&self, problems: &mut Problems) {
        let lengths = [self.member_age.len()];
        let booleans = ActFact::BOOLEANS.into_iter().map(ActFact::name).zip(self.booleans.map(<[u8]>::len));
        let texts = ActFact::TEXTS.into_iter().map(ActFact::name).zip(self.texts.map(<[u32]>::len));
        for (name, length) in std::iter::once(MEMBER_AGE).zip(lengths).chain(booleans).chain(texts) {
            self.check_length(problems, name, length);
        }
    }

    /// Reports a column that is neither empty nor as long as that of the care types.
    pub(crate) fn check_length(&self, problems: &mut Problems, name: &'static str, length: usize) {
        let acts = self.care_type.len();
        if length != 0 && length != acts {
            problems.report(Code::WrongType, &Path::Root.field(name), say::column_length(acts, length));
        }
    }

    #[inline(always)]
    fn act(&self, act: usize) -> ActCodes {
        ActCodes {
            care_type: entry(self.care_type, act).unwrap_or(LEFT_OUT),
            age: entry(self.member_age, act).unwrap_or(NO_AGE),
            facts: ActFact::each(|fact| self.code(fact, act).unwrap_or(LEFT_OUT)),
        }
    }

    /// The codes of an act.
    pub(crate) fn act_of(&self, act: usize) -> ActCodes {
        self.act(act)
    }

    /// An act as if the member were of another age.
    pub(crate) fn act_of_age(&self, act: usize, age: u8) -> ActCodes {
        ActCodes { age, ..self.act(act) }
    }

    #[inline(always)]
    fn code(&self, fact: ActFact, act: usize) -> Option<u32> {
        let position = fact.position_in_kind();
        match fact.kind().is_boolean() {
            true => self.booleans.get(position).and_then(|column| entry(column, act)).map(u32::from),
            false => self.texts.get(position).and_then(|column| entry(column, act)),
        }
    }
}

fn entry<T: Copy>(column: &[T], act: usize) -> Option<T> {
    column.get(act).copied()
}

/// What codes there are.
struct Limits {
    care_types: u32,
    /// By the position of the fact.
    facts: [u32; ActFact::COUNT],
}

impl Limits {
    fn new(vocabulary: &Vocabulary) -> Self {
        Limits { care_types: vocabulary.care_type_limit(), facts: ActFact::ALL.map(|fact| vocabulary.limit(fact)) }
    }

    #[inline(always)]
    fn allow(&self, codes: ActCodes) -> bool {
        // Care types begin one code later: an act has one.
        let care_type = codes.care_type.wrapping_sub(NO_VALUE) < self.care_types.wrapping_sub(NO_VALUE);
        let facts = ActFact::all(care_type, |fact| fact.of(&codes.facts) < fact.of(&self.facts));
        facts & ((codes.age <= MAX_AGE) | (codes.age == NO_AGE))
    }

    /// Why the codes of an act are none.
    fn problems(&self, codes: &ActCodes) -> Vec<Diagnostic> {
        let mut problems = Problems::default();
        let mut check = |name: &'static str, code: u32, from: u32, limit: u32| {
            if code < from || code >= limit {
                problems.report(
                    Code::OutOfRange,
                    &Path::Root.field(name),
                    say::code_out_of_range(from, limit.saturating_sub(1), code),
                );
            }
        };
        check(CARE_TYPE, codes.care_type, NO_VALUE, self.care_types);
        for ((fact, code), limit) in ActFact::ALL.into_iter().zip(codes.facts).zip(self.facts) {
            check(fact.name(), code, LEFT_OUT, limit);
        }
        if codes.age > MAX_AGE && codes.age != NO_AGE {
            problems.report(
                Code::AgeOutOfRange,
                &Path::Root.field(MEMBER_AGE),
                say::age_code(MAX_AGE, NO_AGE, codes.age),
            );
        }
        problems.into_diagnostics()
    }
}
