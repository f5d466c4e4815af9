//! Amounts, days and texts of rows that are kept, in few bytes. Integers are those of [`packed`](crate::ground::small::packed).
//!
//! ```text
//! amount  a whole number of cents × 2, else units × 2 + 1          day  what is near to 1970 takes less
//! ```

use crate::ground::small::packed::{next_unsigned, unsigned, unzigzag, zigzag};

/// Units of 1/10,000 € in a cent.
const CENT: u64 = 100;

pub(crate) fn put(bytes: &mut Vec<u8>, value: u64) {
    unsigned(bytes, value);
}

/// An amount of at least 0.
pub(crate) fn put_amount(bytes: &mut Vec<u8>, amount: i64) {
    let amount = amount.unsigned_abs();
    let (cents, rest) = (amount.checked_div(CENT).unwrap_or_default(), amount.checked_rem(CENT));
    put(bytes, if rest == Some(0) { cents.saturating_mul(2) } else { amount.saturating_mul(2).saturating_add(1) });
}

pub(crate) fn put_day(bytes: &mut Vec<u8>, day: i32) {
    put(bytes, zigzag(day.into()));
}

pub(crate) fn put_text(bytes: &mut Vec<u8>, text: &[u8]) {
    put(bytes, u64::try_from(text.len()).unwrap_or(u64::MAX));
    bytes.extend_from_slice(text);
}

/// Takes what was put; none where there is nothing of the kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taker<'b>(pub(crate) &'b [u8]);

impl<'b> Taker<'b> {
    #[inline(always)]
    pub(crate) fn integer(&mut self) -> Option<u64> {
        next_unsigned(&mut self.0)
    }

    pub(crate) fn small(&mut self) -> Option<u32> {
        u32::try_from(self.integer()?).ok()
    }

    pub(crate) fn amount(&mut self) -> Option<i64> {
        let value = self.integer()?;
        let units = if value & 1 == 0 { value.wrapping_shr(1).checked_mul(CENT)? } else { value.wrapping_shr(1) };
        i64::try_from(units).ok()
    }

    pub(crate) fn day(&mut self) -> Option<i32> {
        i32::try_from(unzigzag(self.integer()?)).ok()
    }

    pub(crate) fn text(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.integer()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_taken() {
        let mut bytes = Vec::new();
        for amount in [0, 1, 100, 265_000, 9_999_999_999_999_999, 9_999_999_999_999_900] {
            put_amount(&mut bytes, amount);
            put_day(&mut bytes, i32::try_from(amount % 40_000).unwrap() - 20_000);
            put(&mut bytes, u64::MAX);
            put_text(&mut bytes, b"text");
        }
        let mut taker = Taker(&bytes);
        for amount in [0, 1, 100, 265_000, 9_999_999_999_999_999, 9_999_999_999_999_900] {
            assert_eq!(taker.amount(), Some(amount));
            assert_eq!(taker.day(), Some(i32::try_from(amount % 40_000).unwrap() - 20_000));
            assert_eq!(taker.integer(), Some(u64::MAX));
            assert_eq!(taker.text(), Some(&b"text"[..]));
        }
        assert_eq!(taker.integer(), None);
        assert_eq!(Taker(&[0xff; 12]).integer(), None);
        assert_eq!(Taker(&[5, 1]).text(), None);
    }
}
