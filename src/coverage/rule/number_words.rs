//! Percents, euros and counts in English words: a comma before every three digits.

use crate::ground::exact::amount::{Amount, show};

pub(crate) fn percent_in_words(percent: Amount) -> String {
    format!("{} %", decimal(percent))
}

/// As few digits as it needs.
pub(crate) fn decimal(value: Amount) -> String {
    grouped(&show(value.mantissa(6), 6, 0))
}

/// Whole euros without decimals, others with at least two.
pub(crate) fn euros(amount: Amount) -> String {
    let whole = show(amount.mantissa(6), 6, 0);
    let shown = if whole.contains('.') { show(amount.mantissa(6), 6, 2) } else { whole };
    format!("{} €", grouped(&shown))
}

/// With a comma before every three digits of the integer part.
fn grouped(decimal: &str) -> String {
    let (integer, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let mut grouped = String::new();
    for (position, digit) in integer.chars().enumerate() {
        let left = integer.len().saturating_sub(position);
        if position > 0 && left.is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}
