//! What would claims have cost?

use crate::api::coverage::Coverage;
use crate::coverage::claims::columns::ClaimColumns;
use crate::coverage::claims::preview::rows_of;
use crate::coverage::claims::reader::ClaimReader;
use crate::coverage::simulate::again::{PersonAct, acts_of};
use crate::coverage::simulate::options::Options;
use crate::coverage::simulate::part::Part;
use crate::coverage::simulate::settle::{answer, settle};
use crate::coverage::simulate::setup::Setup;
use crate::coverage::simulate::sums::report::{PersonChanges, Simulation};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// What claims would have cost under the coverages of `current`, a base and its options in the order in which they pay, and under those of
/// `draft`, which are to replace them. The pieces are those of the source, in its order.
///
/// `options` is `{ by?: ("heading" | "guarantee" | "care_type" | "age_band" | { column: string })[], headings?, amounts?: boolean, secuRounding? }`. Limits are
/// counted over the rows of each person; of each family, where a limit of either side is the family's.
///
/// # Errors
/// Those of [`SimulationPart::new`] and of [`SimulationPart::push`].
///
/// # Examples
/// ```
/// use care_coverage::simulate;
/// use care_coverage::batch::{ActColumns, PricedColumns};
/// use care_coverage::simulation::{ClaimColumns, Names};
#[doc = include_str!("example.txt")]
/// let acts = ActColumns { member_age: &[40, 12], ..ActColumns::default() };
/// let (charged, brss, secu_rate_percent) = (&[5_390_000; 2], &[1_200_000; 2], &[600_000; 2]);
/// let claims = ClaimColumns {
///     acts: PricedColumns { acts, charged, brss, secu_rate_percent, ..PricedColumns::default() },
///     care_type: Names { codes: &[2, 2], names: &["CROWN"] },
///     person: Names { codes: &[2, 3], names: &["P1", "P2"] },
///     ..ClaimColumns::default()
/// };
/// let simulation = simulate(&[&coverage], None, &[claims], None)?;
/// assert_eq!(simulation.totals.current.complementary, "228.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn simulate(
    current: &[&Coverage],
    draft: Option<&[&Coverage]>,
    claims: &[ClaimColumns<'_>],
    options: Option<&Json>,
) -> Result<Simulation, Error> {
    let mut part = SimulationPart::new(current, draft, options)?;
    for (piece, columns) in (0..).zip(claims) {
        part.push(piece, columns)?;
    }
    let settled = part.settle(&[&part.state(0, 1)])?;
    part.answer(&[&settled])
}

/// Pieces of claims, where they are read by several: each has a part, reads any of the pieces, and gives what it knows by bucket of the unit,
/// that is the person or the family. What all parts know of one bucket is settled together; what is settled of all buckets is the answer.
///
/// ```text
/// piece ─push─► part ─state─► what it knows of a bucket;   states of one bucket ─settle─► settled;   all settled ─answer─► Simulation
/// ```
/// Which part reads which piece, and how many parts and buckets there are, changes nothing.
#[derive(Debug)]
pub struct SimulationPart<'c> {
    current: Vec<&'c Coverage>,
    draft: Option<Vec<&'c Coverage>>,
    options: Options,
    part: Part,
}

impl<'c> SimulationPart<'c> {
    /// A part that has read nothing. The sides and the options are those of [`simulate`].
    ///
    /// # Errors
    /// The problems of the options; `wrong_type` for a side without coverages.
    pub fn new(
        current: &[&'c Coverage],
        draft: Option<&[&'c Coverage]>,
        options: Option<&Json>,
    ) -> Result<Self, Error> {
        let options = Options::decode(options)?;
        let part = Part::new(&setup(current, draft, &options)?);
        Ok(SimulationPart { current: current.to_vec(), draft: draft.map(<[&Coverage]>::to_vec), options, part })
    }

    /// Who reads claims that are no columns, as the options `format` and `mapping` say. Values are read as NDJSON is.
    #[must_use]
    pub fn reader(&self) -> ClaimReader {
        self.options.reader()
    }

    /// Reads a piece: the number that it has in the source, from 0, and its rows.
    ///
    /// # Errors
    /// `wrong_type` for columns of different lengths, `missing_field` without what was charged, `out_of_range` for a text that has no name; the
    /// errors of a rule that should pay for a row. The part is of no use then.
    pub fn push(&mut self, piece: u32, claims: &ClaimColumns<'_>) -> Result<u32, Error> {
        let SimulationPart { current, draft, options, part } = self;
        part.push(&setup(current, draft.as_deref(), options)?, piece, claims, 0)
    }

    /// What was read of the units of one of so many buckets, from 0: one at a time, so that little memory is needed for them.
    #[must_use]
    pub fn state(&self, bucket: usize, buckets: usize) -> Vec<u8> {
        self.part.state(bucket, buckets)
    }

    /// What was read, by bucket: all of [`SimulationPart::state`] at once.
    #[must_use]
    pub fn finish(&self, buckets: usize) -> Vec<Vec<u8>> {
        (0..buckets).map(|bucket| self.state(bucket, buckets)).listed()
    }

    /// Joins the states that all parts gave for one bucket.
    ///
    /// # Errors
    /// `wrong_type` for bytes that no part of this simulation gave; the errors of a rule that should pay for a row.
    pub fn settle(&self, states: &[&[u8]]) -> Result<Vec<u8>, Error> {
        settle(&setup(&self.current, self.draft.as_deref(), &self.options)?, states)
    }

    /// The answer, of what was settled of all buckets.
    ///
    /// # Errors
    /// `wrong_type` for bytes that were not settled by this simulation.
    pub fn answer(&self, settled: &[&[u8]]) -> Result<Simulation, Error> {
        answer(&setup(&self.current, self.draft.as_deref(), &self.options)?, settled, 0)
    }
}

/// Rows of claims that are read again: those for whom most changes are named with what their acts say.
///
/// # Examples
/// ```
/// use care_coverage::batch::{ActColumns, PricedColumns};
/// use care_coverage::simulation::{ClaimColumns, Names, RowsAgain};
/// use care_coverage::simulate;
#[doc = include_str!("example.txt")]
/// let draft: Json = serde_json::to_string(&payload)?.replace("250", "300").parse()?;
/// let draft = catalog.compile_coverage(draft)?;
/// let acts = ActColumns { member_age: &[40], ..ActColumns::default() };
/// let (charged, brss, secu_rate_percent) = (&[5_390_000], &[1_200_000], &[600_000]);
/// let claims = ClaimColumns {
///     acts: PricedColumns { acts, charged, brss, secu_rate_percent, ..PricedColumns::default() },
///     care_type: Names { codes: &[2], names: &["CROWN"] },
///     person: Names { codes: &[2], names: &["P1"] },
///     ..ClaimColumns::default()
/// };
/// let persons = simulate(&[&coverage], Some(&[&draft]), &[claims.clone()], None)?.persons.ok_or("a draft")?;
/// assert_eq!(persons.rows(), [0]);
/// let mut again = RowsAgain::new(&[&coverage], &[&draft], None)?;
/// again.push(0, &claims)?;
/// let acts = again.acts(&persons)?.ok_or("the same rows")?;
/// assert_eq!((&*acts[0][0].current.complementary, &*acts[0][0].draft.complementary), ("228.00", "288.00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct RowsAgain<'c> {
    part: SimulationPart<'c>,
    acts: Vec<Json>,
}

impl<'c> RowsAgain<'c> {
    /// Nothing is read again yet. The sides and the options are those of the simulation.
    ///
    /// # Errors
    /// Those of [`SimulationPart::new`].
    pub fn new(current: &[&'c Coverage], draft: &[&'c Coverage], options: Option<&Json>) -> Result<Self, Error> {
        let mut own = vec![("amounts".to_owned(), Json::Bool(true))];
        if let Some(Json::Object(fields)) = options {
            let is_kept = |name: &str| matches!(name, "format" | "mapping" | "secuRounding");
            own.extend(fields.iter().filter(|(name, _)| is_kept(name)).cloned());
        }
        Ok(RowsAgain { part: SimulationPart::new(current, Some(draft), Some(&Json::Object(own)))?, acts: Vec::new() })
    }

    /// Reads rows again: in the order of the source, in pieces with numbers of their own, from 0.
    ///
    /// # Errors
    /// Those of [`SimulationPart::push`].
    pub fn push(&mut self, piece: u32, claims: &ClaimColumns<'_>) -> Result<(), Error> {
        let claims = &ClaimColumns { by: &[], ..claims.clone() };
        self.acts.extend(rows_of(claims));
        self.part.push(piece, claims).map(drop)
    }

    /// The acts of those who gain most, then of those who lose most; none where other rows than [`PersonChanges::rows`] were read.
    ///
    /// # Errors
    /// Those of [`SimulationPart::settle`].
    pub fn acts(&self, persons: &PersonChanges) -> Result<Option<Vec<Vec<PersonAct>>>, Error> {
        let settled = self.part.settle(&[&self.part.state(0, 1)])?;
        let alone = self.part.answer(&[&settled])?.amounts;
        Ok(alone.and_then(|alone| acts_of(persons, &self.acts, &alone)))
    }
}

/// What is simulated.
///
/// # Errors
/// `wrong_type` for a side without coverages.
pub(crate) fn setup<'c>(
    current: &[&'c Coverage],
    draft: Option<&[&'c Coverage]>,
    options: &'c Options,
) -> Result<Setup<'c>, Error> {
    let coded = |side: &[&'c Coverage]| side.iter().map(|coverage| coverage.coded()).listed();
    Setup::new(coded(current), draft.map(coded), options)
}
