//! Bytes, eight at a time: where some byte is, and whether texts are the same. A batch of texts spends its time here.
//!
//! In `found`, the lowest marked byte is right; those above it may be wrong, because a subtraction borrows from them.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes are before the first one that is `"`, `\` or no printable ASCII character; all of them where there is none.
#[inline(always)]
pub(crate) fn before_end_of_string(bytes: &[u8]) -> usize {
    before(bytes, |eight| equal(eight, b'"') | equal(eight, b'\\') | unprintable(eight))
}

/// How many bytes are before the first one of three; all of them where there is none.
#[inline(always)]
pub(crate) fn before_one_of(bytes: &[u8], [a, b, c]: [u8; 3]) -> usize {
    before(bytes, |eight| equal(eight, a) | equal(eight, b) | equal(eight, c))
}

/// Whether all bytes are printable ASCII characters.
#[inline(always)]
pub(crate) fn are_printable(bytes: &[u8]) -> bool {
    before(bytes, unprintable) == bytes.len()
}

/// Whether two texts are the same.
#[inline(always)]
pub(crate) fn are_same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() || last_bytes(left) != last_bytes(right) {
        return false;
    }
    let mut others = eights_before_last(left).iter().zip(eights_before_last(right));
    others.all(|(left, right)| u64::from_le_bytes(*left) == u64::from_le_bytes(*right))
}

/// A text in eights, but for what [`last_bytes`] holds.
#[inline(always)]
pub(crate) fn eights_before_last(bytes: &[u8]) -> &[[u8; 8]] {
    let others = bytes.len().saturating_sub(1) & !7;
    bytes.get(..others).unwrap_or_default().as_chunks().0
}

/// The last eight bytes in a number, or as many as there are: what is left of a text, and perhaps more, where it is taken eight at a
/// time.
#[inline(always)]
pub(crate) fn last_bytes(bytes: &[u8]) -> u64 {
    if let Some(last) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*last);
    }
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)),
        _ => bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

#[inline(always)]
fn before(bytes: &[u8], found: impl Fn(u64) -> u64) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut passed = 0_usize;
    for eight in eights {
        let marks = found(u64::from_le_bytes(*eight));
        if marks != 0 {
            return passed.wrapping_add(first(marks));
        }
        passed = passed.wrapping_add(8);
    }
    // Zeros fill up the last eight; where one of them is marked, all that is there was passed.
    let last = rest.iter().enumerate().fold(0, |last, (at, byte)| last | shifted(*byte, at));
    let marks = found(last);
    passed.wrapping_add(if marks == 0 { rest.len() } else { first(marks).min(rest.len()) })
}

fn shifted(byte: u8, at: usize) -> u64 {
    u64::from(byte).wrapping_shl(u32::try_from(at.wrapping_mul(8)).unwrap_or_default())
}

#[inline(always)]
fn first(marks: u64) -> usize {
    usize::try_from(marks.trailing_zeros() >> 3).unwrap_or_default()
}

#[inline(always)]
fn equal(eight: u64, byte: u8) -> u64 {
    let zeros = eight ^ ONES.wrapping_mul(u64::from(byte));
    zeros.wrapping_sub(ONES) & !zeros & HIGHS
}

#[inline(always)]
fn unprintable(eight: u64) -> u64 {
    let below_space = eight.wrapping_sub(ONES.wrapping_mul(u64::from(b' '))) & !eight & HIGHS;
    below_space | equal(eight, 0x7f) | eight & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte at every place of texts of all lengths up to three times eight.
    #[test]
    fn finds_what_a_loop_finds() {
        for length in 0..24 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'x'; length];
                    text.iter_mut().skip(at).take(1).for_each(|place| *place = byte);
                    text.iter_mut().skip(at + 3).take(1).for_each(|place| *place = b'"');
                    let position = |found: fn(&u8) -> bool| text.iter().position(found).unwrap_or(length);
                    let ends = |byte: &u8| !matches!(byte, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~');
                    assert_eq!(before_end_of_string(&text), position(ends), "{text:?}");
                    let is_one = |byte: &u8| matches!(byte, b';' | b'\n' | b'"');
                    assert_eq!(before_one_of(&text, [b';', b'\n', b'"']), position(is_one), "{text:?}");
                    assert_eq!(are_printable(&text), text.iter().all(|byte| matches!(byte, b' '..=b'~')), "{text:?}");
                    let other = vec![b'x'; length];
                    assert_eq!(are_same(&text, &other), text == other);
                }
            }
        }
        assert!(!are_same(b"12345678", b"123456789"));
    }
}
