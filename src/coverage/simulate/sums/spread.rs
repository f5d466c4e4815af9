//! How are amounts spread? How much weight each has, and weighted lower quantiles.
//!
//! ```text
//! quantile(p)   the smallest amount a with  Σ weight of amounts ≤ a  ≥  p × Σ weight
//! ```
//! Exact: amounts are kept once each, sorted, in three to six bytes; what came lately is added where it is much.

use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};

/// Amounts that occur again and again are added up here, a slot for each of many. A power of two.
const RECENT: usize = 4_096;
/// So many amounts are sorted at a time; more where more are sorted already.
const LATE: usize = 32_768;
const PART_OF_SORTED: usize = 16;

/// An amount and its weight, which is 0 where there is none.
type Weighted = (i128, u128);

/// Amounts with their weights.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    recent: Vec<Weighted>,
    late: Vec<Weighted>,
    /// Ascending: the amount − that before, and its weight.
    sorted: Vec<u8>,
    amounts: usize,
}

impl Spread {
    pub(crate) fn add(&mut self, amount: i128, weight: u128) {
        if weight == 0 {
            return;
        }
        if self.recent.is_empty() {
            self.recent = vec![(0, 0); RECENT];
        }
        let low = u64::try_from(amount.cast_unsigned() & u128::from(u64::MAX)).unwrap_or_default();
        let slot = usize::try_from(low.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52).unwrap_or_default();
        let Some(recent) = self.recent.get_mut(slot) else { return };
        if recent.0 == amount {
            recent.1 = recent.1.wrapping_add(weight);
            return;
        }
        let before = std::mem::replace(recent, (amount, weight));
        if before.1 > 0 {
            self.late.push(before);
            if self.late.len() >= LATE.max(self.amounts.checked_div(PART_OF_SORTED).unwrap_or_default()) {
                self.sort_late();
            }
        }
    }

    #[inline(never)]
    fn sort_late(&mut self) {
        let late = order::sort(std::mem::take(&mut self.late), &|a: &Weighted, b: &Weighted| a.0.cmp(&b.0));
        let before = std::mem::take(&mut self.sorted);
        let mut sorted = Sorted::default();
        let mut late = late.into_iter().peekable();
        // INVARIANT: what is sorted was written here.
        let _ = each(&before, &mut |known| {
            while let Some(next) = late.next_if(|next| next.0 < known.0) {
                sorted.push(next);
            }
            sorted.push(known);
        });
        late.for_each(|next| sorted.push(next));
        sorted.push((0, 0));
        (self.sorted, self.amounts) = (sorted.packer.into_bytes(), sorted.amounts);
    }

    /// The quantiles at such hundredths; none where nothing has a weight.
    pub(crate) fn quantiles(&mut self, at: &[u32]) -> Vec<(u32, i128)> {
        let recent = std::mem::take(&mut self.recent);
        self.late.extend(recent.into_iter().filter(|(_, weight)| *weight > 0));
        self.sort_late();
        let mut total = 0_u128;
        let _ = each(&self.sorted, &mut |(_, weight)| total = total.wrapping_add(weight));
        let mut quantiles = Vec::with_capacity(at.len());
        let mut sum = 0_u128;
        let _ = each(&self.sorted, &mut |(amount, weight)| {
            sum = sum.wrapping_add(weight);
            let reached = at.iter().skip(quantiles.len());
            let reached = reached.take_while(|at| sum.saturating_mul(100) >= total.saturating_mul(u128::from(**at)));
            let reached = reached.map(|at| (*at, amount)).listed();
            quantiles.extend(reached);
        });
        quantiles
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        let loose = self.recent.iter().filter(|(_, weight)| *weight > 0).chain(&self.late).listed();
        packer.count(loose.len());
        loose.into_iter().for_each(|loose| write(packer, *loose));
        packer.text(&self.sorted);
    }

    pub(crate) fn merge(&mut self, unpacker: &mut Unpacker<'_>) -> Result<(), Damaged> {
        for _ in 0..unpacker.count(2)? {
            let (amount, weight) = read(unpacker)?;
            self.add(amount, weight);
        }
        let sorted = unpacker.text()?;
        each(sorted, &mut |(amount, weight)| self.add(amount, weight))
    }
}

/// Writes amounts that come in their order; equal ones are added up.
#[derive(Default)]
struct Sorted {
    /// What is not written yet.
    last: Weighted,
    /// The amount that was written last.
    before: i128,
    packer: Packer,
    amounts: usize,
}

impl Sorted {
    fn push(&mut self, next: Weighted) {
        if self.last.0 == next.0 && next.1 > 0 {
            self.last.1 = self.last.1.wrapping_add(next.1);
            return;
        }
        let (amount, weight) = std::mem::replace(&mut self.last, next);
        if weight > 0 {
            write(&mut self.packer, (amount.wrapping_sub(self.before), weight));
            self.before = amount;
            self.amounts = self.amounts.wrapping_add(1);
        }
    }
}

fn write(packer: &mut Packer, (amount, weight): Weighted) {
    packer.wide(amount);
    packer.wide(weight.cast_signed());
}

fn read(unpacker: &mut Unpacker<'_>) -> Result<Weighted, Damaged> {
    let amount = unpacker.wide()?;
    Ok((amount, u128::try_from(unpacker.wide()?).map_err(|_| Damaged)?))
}

/// Takes what is sorted, ascending.
fn each(sorted: &[u8], take: &mut dyn FnMut(Weighted)) -> Result<(), Damaged> {
    let mut unpacker = Unpacker::of(sorted);
    let mut amount = 0_i128;
    while !unpacker.is_at_end() {
        let (more, weight) = read(&mut unpacker)?;
        amount = amount.wrapping_add(more);
        take((amount, weight));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const AT: [u32; 5] = [1, 25, 50, 75, 99];

    fn naive(all: &[(i128, u128)]) -> Vec<(u32, i128)> {
        let mut sorted = all.to_vec();
        sorted.sort_unstable();
        let total: u128 = all.iter().map(|(_, weight)| weight).sum();
        let quantile = |at: u32| {
            let mut sum = 0;
            let mut reaches = |(_, weight): &&(i128, u128)| {
                sum += weight;
                sum * 100 >= total * u128::from(at)
            };
            sorted.iter().find(|entry| reaches(entry)).map(|(amount, _)| (at, *amount))
        };
        AT.into_iter().filter_map(quantile).listed()
    }

    #[test]
    fn weighs_every_amount() {
        let mut spread = Spread::default();
        assert_eq!(spread.quantiles(&AT), []);
        // 1 and 3 weigh 1 each of 4, 2 weighs 2: half of the weight is at 2, three quarters, too.
        [(3, 1), (1, 1), (2, 1), (9, 0), (2, 1)].into_iter().for_each(|(amount, weight)| spread.add(amount, weight));
        assert_eq!(spread.quantiles(&AT), [(1, 1), (25, 1), (50, 2), (75, 2), (99, 3)]);
    }

    #[test]
    fn many_amounts_in_parts_are_those_of_a_sorted_list() {
        let mut next = 1_u64;
        let mut random = |most: u64| {
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (next >> 33) % most
        };
        let all = (0..150_000)
            .map(|number| match number % 5 {
                0 => (0, 10_000),
                1 => (i128::from(i64::MAX) * 7 + i128::from(random(900)), 10_000),
                _ => (i128::from(random(3_000_000)) - 1_500_000, u128::from(random(40_000))),
            })
            .listed();
        let mut whole = Spread::default();
        let mut parts = [Spread::default(), Spread::default(), Spread::default()];
        for (position, (amount, weight)) in all.iter().enumerate() {
            whole.add(*amount, *weight);
            parts[position % 3].add(*amount, *weight);
        }
        assert!(whole.amounts > LATE);
        let mut merged = Spread::default();
        for part in parts {
            let mut packer = Packer::default();
            part.pack(&mut packer);
            let bytes = packer.into_bytes();
            merged.merge(&mut Unpacker::of(&bytes)).unwrap();
        }
        let expected = naive(&all);
        assert_eq!(expected.len(), AT.len());
        assert_eq!(whole.quantiles(&AT), expected);
        assert_eq!(merged.quantiles(&AT), expected);
    }
}
