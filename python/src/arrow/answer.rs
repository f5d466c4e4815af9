//! What the engine answers for each row → columns of a table, after those of the table that was given.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Decimal128Array, RecordBatch, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use care_coverage::batch::OUTCOME_CODES;
use care_coverage::simulation::{DecidedClaims, PaidClaims, Unreadable};

use crate::arrow::options::Keep;
use crate::arrow::reason::Refusal;

/// Digits of an amount, and how many of them are after the point.
const PRECISION: u8 = 18;
const PLACES: i8 = 4;
const COVERED: u8 = 1;
const AMOUNTS: [&str; 3] = ["complementary", "secu_paid", "out_of_pocket"];

/// The schema of an answer.
pub(crate) struct Shape {
    pub(crate) schema: SchemaRef,
    /// Which columns of the given table the answer has.
    kept: Vec<usize>,
}

impl Shape {
    /// # Errors
    /// `missing_field` for a column that is to be kept and is not there.
    pub(crate) fn of(given: &Schema, keep: &Keep, has_amounts: bool) -> Result<Self, Refusal> {
        let text = |name: &str, is_nullable| Field::new(name, DataType::Utf8, is_nullable);
        let mut own = vec![text("outcome", false), text("guarantee", true)];
        if has_amounts {
            own.extend(AMOUNTS.map(|name| Field::new(name, DataType::Decimal128(PRECISION, PLACES), true)));
        }
        own.push(text("problem", true));
        if let Keep::These(names) = keep {
            for name in names {
                if !given.fields().iter().any(|field| field.name() == name) {
                    let says = format!("keep: the table has no column {name:?}");
                    return Err(Refusal::new("missing_field", says, "/keep"));
                }
            }
        }
        let is_kept = |name: &String| match keep {
            Keep::All => true,
            Keep::None => false,
            Keep::These(names) => names.contains(name),
        };
        let is_own = |name: &String| own.iter().any(|own| own.name() == name);
        let kept: Vec<usize> = given
            .fields()
            .iter()
            .enumerate()
            .filter(|(_, field)| is_kept(field.name()) && !is_own(field.name()))
            .map(|(at, _)| at)
            .collect();
        let of_given = kept.iter().filter_map(|at| given.fields().get(*at).cloned());
        let fields: Vec<_> = of_given.chain(own.into_iter().map(Arc::new)).collect();
        Ok(Shape { schema: Arc::new(Schema::new_with_metadata(fields, given.metadata().clone())), kept })
    }

    /// The answer for the rows of one batch.
    ///
    /// # Errors
    /// None for columns of one length.
    pub(crate) fn batch(&self, given: &RecordBatch, own: Vec<ArrayRef>) -> Result<RecordBatch, Refusal> {
        let kept = self.kept.iter().filter_map(|at| given.columns().get(*at).cloned());
        let columns = kept.chain(own).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns);
        batch.map_err(|error| Refusal::new("wrong_type", format!("the table cannot be given back: {error}"), ""))
    }
}

/// Who covers each row.
pub(crate) fn decided(answer: &DecidedClaims, guarantees: &[String]) -> Vec<ArrayRef> {
    vec![
        outcomes(&answer.outcomes),
        names(&answer.guarantees, guarantees),
        problems(&answer.invalid, answer.outcomes.len()),
    ]
}

/// And what is paid.
pub(crate) fn paid(answer: &PaidClaims, guarantees: &[String]) -> Vec<ArrayRef> {
    let columns = &answer.columns;
    let mut own = vec![outcomes(&columns.outcomes), names(&columns.guarantees, guarantees)];
    let is_covered: Vec<bool> = columns.outcomes.iter().map(|outcome| *outcome == COVERED).collect();
    let is_covered = Some(NullBuffer::from(is_covered)).filter(|covered| covered.null_count() > 0);
    for amounts in [&columns.complementary, &columns.secu_paid, &columns.out_of_pocket] {
        let values: Vec<i128> = amounts.iter().map(|amount| i128::from(*amount)).collect();
        let array = Decimal128Array::new(values.into(), is_covered.clone());
        // INVARIANT: the precision is one that there is.
        own.push(match array.with_precision_and_scale(PRECISION, PLACES) {
            Ok(array) => Arc::new(array),
            Err(_) => arrow_array::new_null_array(&DataType::Decimal128(PRECISION, PLACES), amounts.len()),
        });
    }
    own.push(problems(&answer.invalid, columns.outcomes.len()));
    own
}

fn outcomes(codes: &[u8]) -> ArrayRef {
    let mut texts = StringBuilder::with_capacity(codes.len(), codes.len().saturating_mul(12));
    for code in codes {
        texts.append_value(OUTCOME_CODES.get(usize::from(*code)).copied().unwrap_or_default());
    }
    Arc::new(texts.finish())
}

fn names(positions: &[i32], guarantees: &[String]) -> ArrayRef {
    let mut texts = StringBuilder::with_capacity(positions.len(), positions.len().saturating_mul(16));
    for position in positions {
        texts.append_option(usize::try_from(*position).ok().and_then(|position| guarantees.get(position)));
    }
    Arc::new(texts.finish())
}

/// What is wrong with each row that cannot be read; null for all others.
fn problems(invalid: &[Unreadable], rows: usize) -> ArrayRef {
    if invalid.is_empty() {
        return Arc::new(StringArray::new_null(rows));
    }
    let mut invalid = invalid.iter().peekable();
    let mut texts = StringBuilder::with_capacity(rows, 0);
    for row in 0..rows {
        let of_row = invalid.next_if(|of| usize::try_from(of.row).is_ok_and(|of| of == row));
        texts.append_option(of_row.map(|of| match &of.column {
            Some(column) => format!("{column}: {}", of.says.message),
            None if of.says.message.is_empty() => of.reason.as_str().to_owned(),
            None => of.says.message.clone(),
        }));
    }
    Arc::new(texts.finish())
}
