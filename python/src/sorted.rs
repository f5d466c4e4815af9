//! In which order are the members of a set? A Python set has none that is the same in every process.

use std::cmp::Ordering;

use care_coverage::Json;

/// Texts by code point, numbers by value, and what else there is behind them.
pub(crate) fn sorted(mut items: Vec<Json>) -> Vec<Json> {
    items.sort_by(compare);
    items
}

fn compare(a: &Json, b: &Json) -> Ordering {
    match (a, b) {
        (Json::String(a), Json::String(b)) => a.cmp(b),
        (Json::Number(a), Json::Number(b)) => a.total_cmp(b),
        (Json::Array(a), Json::Array(b)) => {
            let first = a.iter().zip(b).map(|(a, b)| compare(a, b)).find(|order| order.is_ne());
            first.unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

fn rank(json: &Json) -> u8 {
    match json {
        Json::String(_) => 0,
        Json::Number(_) => 1,
        Json::Bool(false) => 2,
        Json::Bool(true) => 3,
        Json::Null => 4,
        Json::Array(_) => 5,
        _ => 6,
    }
}
