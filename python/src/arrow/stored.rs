//! How a table stores a column, and whether that can be a field of a claim.

use arrow_schema::{DataType, TimeUnit};

use crate::arrow::fields::Slot;

/// How a table stores a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    Text,
    Integer,
    Float,
    Boolean,
    Decimal(i8),
    /// Days.
    Date,
    /// So many units make a day.
    Time(i64),
    /// Nothing at all.
    Null,
    Other,
}

const SECONDS: i64 = 86_400;

impl Stored {
    pub(crate) fn of(of: &DataType) -> Self {
        match of {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Stored::Text,
            DataType::Dictionary(_, values) if Stored::of(values) == Stored::Text => Stored::Text,
            DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => Stored::Integer,
            DataType::UInt8 | DataType::UInt16 | DataType::UInt32 | DataType::UInt64 => Stored::Integer,
            DataType::Float32 | DataType::Float64 => Stored::Float,
            DataType::Boolean => Stored::Boolean,
            DataType::Decimal32(_, scale)
            | DataType::Decimal64(_, scale)
            | DataType::Decimal128(_, scale)
            | DataType::Decimal256(_, scale) => Stored::Decimal(*scale),
            DataType::Date32 => Stored::Date,
            DataType::Date64 => Stored::Time(SECONDS.wrapping_mul(1_000)),
            DataType::Timestamp(unit, _) => Stored::Time(SECONDS.wrapping_mul(match unit {
                TimeUnit::Second => 1,
                TimeUnit::Millisecond => 1_000,
                TimeUnit::Microsecond => 1_000_000,
                TimeUnit::Nanosecond => 1_000_000_000,
            })),
            DataType::Null => Stored::Null,
            _ => Stored::Other,
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Stored::Integer | Stored::Float | Stored::Decimal(_))
    }
}

/// Whether a column can be a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// As it is stored.
    Stored,
    /// As a reader of rows takes what is written.
    Written,
    Not,
}

pub(crate) fn fit(slot: Slot, stored: Stored) -> Fit {
    let is_day = matches!(stored, Stored::Date | Stored::Time(_));
    let is_stored = match slot {
        _ if stored == Stored::Other => return Fit::Not,
        _ if stored == Stored::Null => true,
        Slot::By(_) => true,
        Slot::Text(_) => matches!(stored, Stored::Text | Stored::Integer),
        Slot::Side => stored == Stored::Text,
        Slot::Amount(_) | Slot::Weight => stored.is_number(),
        Slot::Age | Slot::Tooth => matches!(stored, Stored::Integer | Stored::Float),
        Slot::Flag(_) => stored == Stored::Boolean,
        Slot::CareDate | Slot::MembershipStart => is_day,
        Slot::Other => false,
    };
    let is_written = match slot {
        Slot::Flag(_) => matches!(stored, Stored::Text | Stored::Integer),
        Slot::Other => stored == Stored::Text || is_day || stored.is_number(),
        _ => stored == Stored::Text,
    };
    match (is_stored, is_written) {
        (true, _) => Fit::Stored,
        (false, true) => Fit::Written,
        (false, false) => Fit::Not,
    }
}
