//! Amounts at which something may change: at every number of a rule, at its shares of one another, and a cent around each.

use serde_json::Value;

use super::model::{Amounts, Number, decimal, int};

/// The numbers of some rules: euros, and percents as shares.
pub(crate) struct Numbers {
    pub(crate) euros: Vec<Number>,
    pub(crate) shares: Vec<Number>,
}

impl Numbers {
    pub(crate) fn of(values: &[&Value]) -> Self {
        let mut numbers = Numbers { euros: vec![int(0), int(10_000)], shares: vec![int(1)] };
        values.iter().for_each(|value| numbers.add(value));
        numbers
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match name.as_str() {
                        "amount" | "max_amount" | "brss" | "plv" | "hlf" if !value.is_null() => {
                            self.euros.push(decimal(value));
                        }
                        "charged_at_most" if value.as_str().is_some_and(|text| text.starts_with(char::is_numeric)) => {
                            self.euros.push(decimal(value));
                        }
                        "percent" | "max_pmss_percent" => {
                            let share = decimal(value) / int(100);
                            self.shares.push(share);
                            // Where it is of the monthly ceiling.
                            self.euros.push(share * int(4005));
                        }
                        _ => self.add(value),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|value| self.add(value)),
            _ => {}
        }
    }

    /// One of the numbers, or one that follows from two of them and the amounts that are known: as a person would look for the place
    /// where a bound is reached.
    pub(crate) fn pick(&self, chance: &mut Chance, known: &[Number], amounts: Option<&Amounts>) -> Number {
        let euros = |chance: &mut Chance| {
            let listed: Vec<Number> = self.euros.iter().chain(known).copied().collect();
            *chance.of(&listed)
        };
        let share = |chance: &mut Chance| *chance.of(&self.shares);
        let rss = amounts.map_or(int(0), Amounts::rss);
        let at = match chance.below(8) {
            0 => Number::new(i128::from(chance.below(200_000)), 100),
            1 => euros(chance) + rss,
            2 => euros(chance) * share(chance),
            3 => euros(chance) * share(chance) + rss,
            4 => euros(chance) + euros(chance),
            5 => (euros(chance) / share(chance).max(Number::new(1, 100))).min(int(1_000_000)),
            6 => (euros(chance) - euros(chance) * share(chance)).max(int(0)) + rss,
            _ => euros(chance),
        };
        let cent = Number::new(1, 100);
        let moved = match chance.below(4) {
            0 => at - cent,
            1 => at + cent,
            _ => at,
        };
        // What is charged is in cents.
        (moved * int(100)).round().max(int(0)) / int(100)
    }
}

/// Numbers that look random and are the same for a seed (xorshift).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    pub(crate) fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        let count = u64::try_from(values.len()).expect("short");
        &values[usize::try_from(self.below(count)).expect("short")]
    }
}
