//! Claims as objects, and the same in columns.

use care_coverage::ActFact;
use care_coverage::batch::{ActColumns, PricedColumns};
use care_coverage::simulation::{ClaimColumns, Names};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::reimburse::columns::{AMOUNTS, number, shortened, units};
use crate::reimburse::world::act;

/// An act with its amounts, who it is of, how many it is for, and a text of the caller's.
pub(crate) fn claim() -> impl Strategy<Value = Value> {
    let who = (
        prop::option::weighted(0.8, select(vec!["anne", "bob", "carl", "dora"])),
        prop::option::weighted(0.5, select(vec!["F1", "F2"])),
        prop::option::weighted(0.5, select(vec!["1", "2.5", "100", "0.0001"])),
    );
    let others = (
        prop::option::weighted(0.8, 0_u8..110),
        prop::option::weighted(0.7, select(vec!["north", "south"])),
        prop::option::weighted(0.2, select(vec!["C0", "C1", "C7"])),
    );
    let usual = prop::option::weighted(0.8, (1_u32..90_000, 1_u32..30_000, select(vec![60, 65, 70, 100]), 1_u32..13));
    (act(), who, others, usual).prop_map(|(act, (person, family, weight), (age, region, care_type), usual)| {
        let mut claim = shortened(act);
        if let Some(amounts) = usual {
            be_usual(&mut claim, amounts);
        }
        let texts =
            [("person", person), ("family", family), ("weight", weight), ("region", region), ("care_type", care_type)];
        for (name, text) in texts {
            if let Some(text) = text {
                claim[name] = json!(text);
            }
        }
        if let Some(age) = age {
            claim["member_age"] = json!(age);
        }
        // Most persons have one weight.
        match claim.get("person").and_then(Value::as_str) {
            Some("anne") => claim["weight"] = json!("2.5"),
            Some("bob") => claim["weight"] = json!(1),
            _ => {}
        }
        claim
    })
}

/// Usual amounts in one year, with what a limit may need, so that limits are reached.
fn be_usual(claim: &mut Value, (charged, brss, rate, month): (u32, u32, u32, u32)) {
    let euros = |cents: u32| json!(format!("{}.{:02}", cents / 100, cents % 100));
    let fields = claim.as_object_mut().expect("a claim");
    for name in ["secu_reimbursement", "secu_paid", "pathway_rate_percent", "beneficiary"] {
        fields.remove(name);
    }
    claim["charged"] = euros(charged);
    claim["brss"] = euros(brss);
    claim["secu_rate_percent"] = json!(rate);
    if claim.get("care_date").is_some() {
        claim["care_date"] = json!(format!("2025-{month:02}-01"));
    }
    let others = [("stay_id", json!("S1")), ("membership_start", json!("2020-07-14")), ("side", json!("left"))];
    for (name, value) in others {
        if claim.get(name).is_none() {
            claim[name] = value;
        }
    }
}

/// Of a claim, the fields that an act has.
pub(crate) fn act_of(claim: &Value) -> Value {
    let mut act = claim.clone();
    for name in ["person", "family", "weight", "region"] {
        act.as_object_mut().expect("a claim").remove(name);
    }
    act
}

/// Some claims in columns.
pub(crate) struct Columns {
    texts: Vec<(Vec<u32>, Vec<String>)>,
    ages: Vec<u8>,
    amounts: [Vec<i64>; AMOUNTS.len()],
    weight: Vec<i64>,
    days: [Vec<i32>; 2],
    side: Vec<u8>,
    tooth: Vec<u8>,
}

const TEXTS: [&str; 6] = ["care_type", "person", "family", "beneficiary", "stay_id", "region"];

impl Columns {
    pub(crate) fn of(claims: &[Value]) -> Self {
        let text = |name: &str| {
            // Two claims in a row name a text twice.
            let mut names: Vec<String> = Vec::new();
            let codes = claims.iter().map(|claim| match claim[name].as_str() {
                None => u32::from(claim.get(name).is_some()),
                Some(text) => {
                    let known = names.iter().rposition(|name| name == text).filter(|known| names.len() - known < 3);
                    let position = known.unwrap_or_else(|| {
                        names.push(text.to_owned());
                        names.len() - 1
                    });
                    u32::try_from(position).expect("a code") + 2
                }
            });
            (codes.collect(), names)
        };
        let column = |name: &str| claims.iter().map(|claim| claim.get(name).map_or(i64::MIN, units)).collect();
        let day = |name: &str| claims.iter().map(|claim| number(&claim[name])).collect();
        let byte = |value: &Value| value.as_u64().map(|value| u8::try_from(value).expect("a byte"));
        let side = |claim: &Value| claim["side"].as_str().map_or(0, |side| if side == "left" { 2 } else { 3 });
        Columns {
            texts: TEXTS.map(text).to_vec(),
            ages: claims.iter().map(|claim| byte(&claim["member_age"]).unwrap_or(u8::MAX)).collect(),
            amounts: AMOUNTS.map(column),
            weight: column("weight"),
            days: ["care_date", "membership_start"].map(day),
            side: claims.iter().map(side).collect(),
            tooth: claims.iter().map(|claim| byte(&claim["tooth"]).unwrap_or_default()).collect(),
        }
    }

    /// Lends them; `by`: whether the text of the caller's is asked for.
    pub(crate) fn lend<T>(&self, by: bool, take: impl FnOnce(&ClaimColumns<'_>) -> T) -> T {
        let names: Vec<Vec<&str>> =
            self.texts.iter().map(|(_, names)| names.iter().map(String::as_str).collect()).collect();
        let text = |position: usize| Names { codes: &self.texts[position].0, names: &names[position] };
        let region = [text(5)];
        take(&ClaimColumns {
            acts: PricedColumns {
                acts: ActColumns { member_age: &self.ages, ..ActColumns::default() },
                care_date: &self.days[0],
                membership_start: &self.days[1],
                side: &self.side,
                tooth: &self.tooth,
                ..PricedColumns::of_amounts(self.amounts.each_ref().map(Vec::as_slice))
            },
            care_type: text(0),
            texts: [Names::default(); ActFact::TEXTS.len()],
            person: text(1),
            family: text(2),
            beneficiary: text(3),
            stay_id: text(4),
            weight: &self.weight,
            by: if by { &region } else { &[] },
            ..ClaimColumns::default()
        })
    }
}
