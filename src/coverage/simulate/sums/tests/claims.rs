//! Random claims.

use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::simulate::sums::row::{Place, SimulationSide};

pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    pub(super) fn shuffle<T>(&mut self, values: &mut [T]) {
        (1..values.len()).for_each(|last| values.swap(last, self.below(last + 1)));
    }
}

pub(super) struct Claim {
    pub(super) place: Place,
    pub(super) weight: i64,
    pub(super) charged: i64,
    pub(super) secu_paid: i64,
    pub(super) is_assumed: bool,
    pub(super) person: Option<(Option<&'static str>, &'static str)>,
    pub(super) texts: [Option<&'static str>; 2],
    pub(super) current: (u8, i32, i64),
    pub(super) draft: Option<(u8, i32, i64)>,
    pub(super) hits: Vec<(SimulationSide, usize, usize, i64)>,
    pub(super) refused: Option<InvalidReason>,
}

pub(super) fn claims(random: &mut Random, rows: usize, has_draft: bool) -> Vec<Claim> {
    let mut place = Place::default();
    let most = random.one_of(&[900_000, 20_000_000, usize::try_from(9_999_999_999_999_999_u64).unwrap_or(usize::MAX)]);
    (0..rows).map(|_| claim(random, &mut place, most, has_draft)).collect()
}

fn claim(random: &mut Random, place: &mut Place, most: usize, has_draft: bool) -> Claim {
    let here = *place;
    *place = match random.below(9) {
        0 => Place { piece: place.piece + 1, row: 0 },
        _ => Place { row: place.row + 1, ..*place },
    };
    let charged = random.below(2) as i64 * (random.below(1 << 30) * 9_000_000 % most) as i64;
    let mut side = |names: usize| match random.below(8) {
        0 => (0, -1, 0),
        1 if charged % 3 == 0 => (2 + random.below(4) as u8, -1, 0),
        _ => (1, random.below(names) as i32, charged / (2 + random.below(3) as i64)),
    };
    let (current, draft) = (side(2), side(3));
    let draft = has_draft.then_some(draft);
    let is_computed = current.0 < 2 && draft.is_none_or(|draft| draft.0 < 2);
    let reasons = [InvalidReason::Ambiguous, InvalidReason::WrongValue, InvalidReason::Unreadable];
    let mut hits = Vec::new();
    let keys = [(SimulationSide::Current, 0, 0), (SimulationSide::Current, 1, 1), (SimulationSide::Draft, 0, 0)];
    for (side, coverage, key) in keys.into_iter().take(if has_draft { 3 } else { 2 }) {
        if is_computed && random.below(5) == 0 {
            hits.push((side, coverage, key, random.below(1_000_000) as i64));
        }
    }
    let person = random.one_of(&["P1", "P2", "P3", "", "a person of a long name"]);
    // A person has the weight of its name, and sometimes another one.
    let weight = if random.below(40) == 0 { 9_999_999_999 } else { 10_000 + person.len() as i64 * 2_500 };
    Claim {
        place: here,
        weight,
        charged,
        secu_paid: if is_computed { charged / 4 } else { 0 },
        is_assumed: random.below(6) == 0,
        person: (random.below(6) > 0).then(|| (random.one_of(&[None, Some("F"), Some("P1")]), person)),
        texts: [random.one_of(&[None, Some("dental"), Some("é")]), random.one_of(&[Some("CROWN"), Some("GP"), None])],
        current,
        draft,
        hits,
        refused: (!is_computed).then(|| random.one_of(&reasons)),
    }
}
