//! Choices read from the bytes of the fuzzer. Where these have ended, every choice is the first one and every list ends, so that any
//! bytes make a case, and a change of a byte changes one choice.

use arbitrary::Unstructured;
use serde_json::{Map, Value, json};

pub trait Choices {
    /// A number of this range.
    fn number(&mut self, least: u64, most: u64) -> u64;

    /// True about so many times of sixteen.
    fn chance(&mut self, of_sixteen: u64) -> bool {
        self.number(0, 15) >= 16 - of_sixteen
    }

    /// One of a list that is not empty.
    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.position(values.len())]
    }

    /// A position in a list that is not empty.
    fn position(&mut self, length: usize) -> usize {
        let most = u64::try_from(length).expect("a short list").checked_sub(1).expect("a list that is not empty");
        usize::try_from(self.number(0, most)).expect("a position")
    }

    /// The position of a weight.
    fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut left = self.number(0, weights.iter().sum::<u64>() - 1);
        weights
            .iter()
            .position(|weight| {
                let is_it = left < *weight;
                left = left.saturating_sub(*weight);
                is_it
            })
            .expect("a weight")
    }

    /// Some of a list, in its order.
    fn some<T: Clone>(&mut self, values: &[T], of_sixteen: u64) -> Vec<T> {
        values.iter().filter(|_| self.chance(of_sixteen)).cloned().collect()
    }

    /// A list in another order.
    fn shuffled<T>(&mut self, mut values: Vec<T>) -> Vec<T> {
        for place in (1..values.len()).rev() {
            values.swap(place, self.position(place + 1));
        }
        values
    }

    /// An object of the fields that are given.
    fn object(&mut self, fields: Vec<(&str, Option<Value>)>) -> Value {
        let given = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(given.collect::<Map<String, Value>>())
    }

    /// A decimal text of at most so many digits before and behind the point; often at the bounds, or one that a person would write.
    fn decimal(&mut self, integer: u32, fraction: u32) -> Value {
        let scale = 10_u64.pow(fraction);
        let whole = 10_u64.pow(integer);
        match self.weighted(&[8, 3, 1, 1, 1]) {
            0 => written(self.number(0, 150_000), 2),
            1 => json!(self.number(0, 2_000)),
            2 => written(self.number(0, 5_000 * scale), fraction),
            3 => written(self.number(0, whole * scale - 1), fraction),
            _ => written(whole * scale - 1 - self.number(0, 3), fraction),
        }
    }
}

impl Choices for Unstructured<'_> {
    fn number(&mut self, least: u64, most: u64) -> u64 {
        self.int_in_range(least..=most).unwrap_or(least)
    }
}

/// Units behind the point, as text.
pub fn written(units: u64, places: u32) -> Value {
    let scale = 10_u64.pow(places);
    json!(format!("{}.{:0width$}", units / scale, units % scale, width = places as usize))
}

/// Up to `most` of something, as long as there are bytes.
pub fn list<T>(bytes: &mut Unstructured<'_>, most: usize, mut make: impl FnMut(&mut Unstructured<'_>) -> T) -> Vec<T> {
    let mut made = Vec::new();
    while made.len() < most && !bytes.is_empty() && (made.is_empty() || bytes.chance(14)) {
        made.push(make(bytes));
    }
    made
}
