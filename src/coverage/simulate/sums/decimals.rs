//! How are sums written? Exactly, as decimals.

use crate::ground::exact::amount;

/// A sum in 1/10,000 € × 1/10,000, with at least two decimals.
pub(crate) fn show_sum(sum: i128) -> String {
    show(sum, 8, 2)
}

/// An amount in 1/10,000 €, with at least two decimals.
pub(crate) fn show_amount(amount: i128) -> String {
    show(amount, 4, 2)
}

/// A weight in 1/10,000, without decimals where it is whole.
pub(crate) fn show_weight(weight: i128) -> String {
    show(weight, 4, 0)
}

#[inline(never)]
fn show(value: i128, scale: usize, at_least: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}", amount::show(value.saturating_abs(), scale, at_least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_rounded() {
        assert_eq!(show_sum(0), "0.00");
        assert_eq!(show_sum(1), "0.00000001");
        assert_eq!(show_sum(-2_650_000_000), "-26.50");
        assert_eq!(show_sum(10_i128.pow(34)), "100000000000000000000000000.00");
        assert_eq!(show_amount(-10_050), "-1.005");
        assert_eq!((show_weight(30_000), show_weight(25_000)), ("3".to_owned(), "2.5".to_owned()));
    }
}
