//! The answer is that of a naive model, however rows are divided and whatever is merged first.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::as_conversions)]

mod claims;
mod model;

use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::said::RowMessage;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::row::{LimitHit, Place, SeenRow, SideAnswer, Whose};
use crate::coverage::simulate::sums::shape::{Shape, SideNames};
use crate::coverage::simulate::sums::unit::bucket;
use crate::ground::diagnostics::code::Code;
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::{Packer, Unpacker};
use crate::ground::value::json::Json;
use claims::{Claim, Random, claims};
use model::answer;
use serde_json::{Value, json, to_value};

fn shape(has_draft: bool) -> Shape {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).listed();
    let current =
        SideNames { guarantees: names(&["A", "B"]), keys: vec![names(&["optical"]), names(&["z", "dental"])] };
    let draft = SideNames { guarantees: names(&["B", "A", "C"]), keys: vec![names(&["optical"])] };
    Shape { by: names(&["heading", "care_type"]), current, draft: has_draft.then_some(draft), amounts: false }
}

fn side((outcome, guarantee, complementary): (u8, i32, i64)) -> SideAnswer {
    SideAnswer { outcome, guarantee, complementary }
}

/// A row of nobody, in the first group.
fn seen(place: Place, charged: i64, current: SideAnswer) -> SeenRow {
    SeenRow {
        place,
        weight: 10_000,
        charged,
        secu_paid: 0,
        is_secu_assumed: false,
        are_limits_left_out: false,
        whose: Whose::Nobody,
        group: 0,
        current,
        draft: None,
    }
}

fn group(sums: &mut Accumulator, claim: &Claim) -> u32 {
    let texts = claim.texts.iter().enumerate().map(|(key, text)| sums.group_text(key, *text)).listed();
    sums.group(&texts)
}

/// `whose` and `group` are those of the accumulator.
fn add(sums: &mut Accumulator, claim: &Claim, whose: Whose, group: u32) {
    sums.add(&SeenRow {
        place: claim.place,
        weight: claim.weight,
        charged: claim.charged,
        secu_paid: claim.secu_paid,
        is_secu_assumed: claim.is_assumed,
        are_limits_left_out: false,
        whose,
        group,
        current: side(claim.current),
        draft: claim.draft.map(side),
    });
    for (side, coverage, key, cut) in claim.hits.iter().copied() {
        sums.hit(&LimitHit { side, coverage, key, whose, weight: claim.weight, cut });
    }
    if let Some(reason) = claim.refused {
        let said = (said(claim), (reason == InvalidReason::WrongValue).then(|| "BRSS".to_owned()));
        sums.refuse(claim.place, reason, claim.place.row + 1, &mut || said.clone());
    }
}

/// With a value of each kind.
fn said(claim: &Claim) -> RowMessage {
    let text = |text: &str| Json::String(text.to_owned());
    let params = [("row", Json::Number(claim.place.row.into())), ("names", Json::Array(vec![text("A"), text("é")]))];
    let others = [("value", text("x")), ("nearest", Json::Null)];
    let params = params.into_iter().chain(others).map(|(name, value)| (name.to_owned(), value));
    RowMessage {
        message: format!("row {}", claim.place.row),
        code: (claim.place.row.is_multiple_of(2)).then_some(Code::WrongType),
        variant: "text".to_owned(),
        params: Json::Object(params.listed()),
    }
}

fn whose(sums: &mut Accumulator, claim: &Claim) -> Whose {
    match claim.person {
        Some((family, person)) => Whose::Person(sums.person(family, person)),
        None if claim.refused == Some(InvalidReason::Unreadable) => Whose::Nobody,
        None => Whose::Alone,
    }
}

fn at_once(shape: &Shape, claims: &[Claim]) -> Value {
    let mut sums = Accumulator::new(shape.clone());
    for piece in claims.chunk_by(|a, b| a.place.piece == b.place.piece) {
        sums.begin_piece();
        for claim in piece {
            let (whose, group) = (whose(&mut sums, claim), group(&mut sums, claim));
            add(&mut sums, claim, whose, group);
        }
        sums.end_piece(piece[0].place.piece, piece.len() as u32, piece.len() as u32);
    }
    to_value(sums.answer(1)).unwrap()
}

fn packed(sums: &Accumulator, bucket: usize, buckets: usize) -> (Vec<u8>, Vec<u32>) {
    let mut packer = Packer::new(1);
    let numbers = sums.pack(bucket, buckets, &mut packer);
    (packer.finish(), numbers)
}

/// Pieces go to parts at random; some rows of persons are kept until their bucket is merged, in any order.
fn divided(shape: &Shape, claims: &[Claim], random: &mut Random) -> Value {
    let (parts, buckets) = (1 + random.below(4), 1 + random.below(4));
    let mut sums = (0..parts).map(|_| Accumulator::new(shape.clone())).listed();
    let mut kept = (0..parts).map(|_| Vec::new()).listed();
    let mut pieces = claims.chunk_by(|a, b| a.place.piece == b.place.piece).listed();
    random.shuffle(&mut pieces);
    for piece in pieces {
        let part = random.below(parts);
        let sums = &mut sums[part];
        sums.begin_piece();
        for claim in piece {
            let (whose, group) = (whose(sums, claim), group(sums, claim));
            match whose {
                Whose::Person(number) if claim.refused.is_none() && random.below(3) == 0 => {
                    let mut key = Packer::default();
                    sums.group_key(group, &mut key);
                    kept[part].push((claim, number, key.into_bytes()));
                }
                _ => add(sums, claim, whose, group),
            }
        }
        sums.end_piece(piece[0].place.piece, piece.len() as u32, piece.len() as u32);
    }
    let mut settled = (0..buckets).map(|number| settle(shape, (&sums, &kept), (number, buckets), random)).listed();
    random.shuffle(&mut settled);
    let mut all = Accumulator::new(shape.clone());
    for state in settled {
        let mut unpacker = Unpacker::open(&state, 1).unwrap();
        assert!(all.merge(&mut unpacker).unwrap().is_empty());
        assert!(unpacker.is_at_end());
    }
    to_value(all.answer(1)).unwrap()
}

type Kept<'c> = (&'c Claim, u32, Vec<u8>);

fn settle(
    shape: &Shape,
    (parts, kept): (&[Accumulator], &[Vec<Kept<'_>>]),
    (number, buckets): (usize, usize),
    random: &mut Random,
) -> Vec<u8> {
    let mut order = (0..parts.len()).listed();
    random.shuffle(&mut order);
    let mut sums = Accumulator::new(shape.clone());
    let mut waiting = Vec::new();
    for part in order {
        let (state, there) = packed(&parts[part], number, buckets);
        let here = sums.merge(&mut Unpacker::open(&state, 1).unwrap()).unwrap();
        for (claim, person, key) in &kept[part] {
            let (family, name) = claim.person.unwrap();
            if bucket(family.unwrap_or(name).as_bytes(), buckets) == number {
                waiting.push((*claim, here[there[*person as usize] as usize], key));
            }
        }
    }
    random.shuffle(&mut waiting);
    for (claim, person, key) in waiting {
        let group = sums.group_of_key(key).unwrap();
        add(&mut sums, claim, Whose::Person(person), group);
    }
    sums.settle();
    packed(&sums, 0, 1).0
}

#[test]
fn the_answer_is_that_of_a_naive_model_however_rows_are_divided() {
    for seed in 0..60 {
        let mut random = Random(seed);
        let rows = if seed % 30 == 1 { 5_000 } else { random.below(120) };
        let claims = claims(&mut random, rows, seed % 4 != 0);
        let shape = shape(seed % 4 != 0);
        let expected = answer(&shape, &claims);
        assert_eq!(at_once(&shape, &claims), expected, "{seed}");
        for _ in 0..4 {
            assert_eq!(divided(&shape, &claims, &mut random), expected, "{seed}");
        }
    }
}

/// Merging in other orders, and with other brackets.
#[test]
fn merging_is_associative_and_commutative() {
    let mut random = Random(7);
    let claims = claims(&mut random, 300, true);
    let shape = shape(true);
    let states = claims.chunks(100).map(|claims| {
        let mut sums = Accumulator::new(shape.clone());
        for claim in claims {
            let (whose, group) = (whose(&mut sums, claim), group(&mut sums, claim));
            add(&mut sums, claim, whose, group);
        }
        packed(&sums, 0, 1).0
    });
    let states = states.listed();
    let merged = |states: &[&Vec<u8>]| {
        let mut sums = Accumulator::new(shape.clone());
        for state in states {
            sums.merge(&mut Unpacker::open(state, 1).unwrap()).unwrap();
        }
        packed(&sums, 0, 1).0
    };
    let shown = |state: &Vec<u8>| {
        let mut sums = Accumulator::new(shape.clone());
        sums.merge(&mut Unpacker::open(state, 1).unwrap()).unwrap();
        to_value(sums.answer(0)).unwrap()
    };
    let [a, b, c] = [&states[0], &states[1], &states[2]];
    let expected = shown(&merged(&[a, b, c]));
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(shown(&merged(&order)), expected);
        assert_eq!(shown(&merged(&[order[0], &merged(&[order[1], order[2]])])), expected);
    }
}

/// More than 64 bits hold, in parts that are merged.
#[test]
fn a_difference_may_be_larger_than_amounts() {
    const MOST: i64 = 9_999_999_999_999_999;
    for sign in [1, -1] {
        let mut all = Accumulator::new(shape(true));
        for part in 0..3 {
            let mut sums = Accumulator::new(shape(true));
            for row in 0..1_500 + part {
                let person = sums.person(None, "P");
                let [paid, unpaid] = [side((1, 0, MOST)), side((0, -1, 0))];
                let (current, draft) = if sign > 0 { (unpaid, paid) } else { (paid, unpaid) };
                let row = seen(Place { piece: part, row }, MOST, current);
                sums.add(&SeenRow { whose: Whose::Person(person), draft: Some(draft), ..row });
            }
            all.merge(&mut Unpacker::open(&packed(&sums, 0, 1).0, 1).unwrap()).unwrap();
        }
        let persons = all.answer(0).persons.unwrap();
        let changes = if sign > 0 { persons.gains } else { persons.losses };
        let sign = if sign > 0 { "" } else { "-" };
        // 4,503 times the most, which is 0.0001 € less than 10^12 €.
        assert_eq!(changes[0].difference, format!("{sign}4502999999999999.5497"));
        assert_eq!(changes[0].rows, (0..100).listed());
    }
}

#[test]
fn a_changed_state_is_an_error_or_another_answer_but_nothing_worse() {
    let mut random = Random(3);
    let claims = claims(&mut random, 200, true);
    let mut sums = Accumulator::new(shape(true));
    for claim in &claims {
        let (whose, group) = (whose(&mut sums, claim), group(&mut sums, claim));
        add(&mut sums, claim, whose, group);
    }
    let mut packer = Packer::default();
    sums.pack(0, 1, &mut packer);
    let state = packer.into_bytes();
    for _ in 0..3_000 {
        let mut changed = state.clone();
        let at = random.below(state.len());
        changed[at] = random.below(256) as u8;
        changed.truncate(if random.below(4) == 0 { at } else { state.len() });
        let mut sums = Accumulator::new(shape(true));
        if sums.merge(&mut Unpacker::of(&changed)).is_ok() {
            sums.answer(0);
        }
    }
    assert!(Accumulator::new(shape(false)).merge(&mut Unpacker::of(&state)).is_err(), "of another shape");
}

#[test]
fn of_too_many_groups_the_first_are_kept_by_their_keys() {
    let shape = Shape { by: vec!["column".to_owned()], ..Shape::default() };
    let keys = 24_000_u32;
    let mut parts = [Accumulator::new(shape.clone()), Accumulator::new(shape.clone())];
    for row in 0..keys * 2 {
        let part = &mut parts[usize::from(row % 7 < 3)];
        if row % 1_000 == 0 {
            part.begin_piece();
        }
        let text = format!("{:05}", u64::from(row) * 7_919 % u64::from(keys));
        let number = part.group_text(0, Some(&text));
        let group = part.group(&[number]);
        part.add(&SeenRow { group, ..seen(Place { piece: 0, row }, 50_000, side((1, 0, 30_000))) });
    }
    let mut all = Accumulator::new(shape);
    for part in &parts {
        all.merge(&mut Unpacker::open(&packed(part, 0, 1).0, 1).unwrap()).unwrap();
    }
    let answer = all.answer(0);
    assert_eq!(answer.groups.len(), 10_000);
    for (position, group) in answer.groups.iter().enumerate() {
        assert_eq!(group.key.texts, [("column".to_owned(), Some(format!("{position:05}")))]);
        assert_eq!((group.sums.rows, group.sums.charged.as_str()), (2, "10.00"));
    }
    let other = to_value(answer.other.unwrap()).unwrap();
    assert_eq!(other["rows"], 28_000);
    assert_eq!(other["current"], json!({ "complementary": "84000.00", "out_of_pocket": "56000.00" }));
    assert_eq!((answer.totals.rows, answer.totals.charged.as_str()), (48_000, "240000.00"));
}
