//! Several coverages for one act, one after the other.

use serde_json::Value;

use super::{Answer, Number, Used, int, pay_after};

pub(crate) enum Answered {
    /// It does not cover the act, and pays nothing.
    NotCovered,
    /// One before it has no amounts.
    Undetermined,
    Answer(Answer),
}

pub(crate) struct Stack {
    pub(crate) answers: Vec<Answered>,
    /// What the Sécu pays, what all coverages pay, and what is left; none where that is not known, and where none covers the act.
    pub(crate) totals: Option<[Number; 3]>,
}

/// Pays by the rule that each coverage has for the act. None of an act that contradicts itself.
pub(crate) fn pay_one_after_the_other(
    rules: &[Option<&Value>],
    act: &Value,
    round_half_up: bool,
    used: &mut [Used],
) -> Option<Stack> {
    let (mut before, mut secu_paid, mut left, mut is_open) = (int(0), None, int(0), false);
    let mut answers = Vec::new();
    for (rule, used) in rules.iter().zip(used) {
        let Some(rule) = rule.filter(|_| !is_open) else {
            answers.push(if is_open { Answered::Undetermined } else { Answered::NotCovered });
            continue;
        };
        let answer = pay_after(&before, rule, act, round_half_up, used);
        match &answer {
            Answer::Refused => return None,
            Answer::Missing(_) => is_open = true,
            Answer::Paid(paid) => {
                before += &paid.complementary;
                (secu_paid, left) = (Some(paid.secu_paid.clone()), paid.out_of_pocket.clone());
            }
        }
        answers.push(Answered::Answer(answer));
    }
    let totals = secu_paid.filter(|_| !is_open).map(|secu_paid| [secu_paid, before, left]);
    Some(Stack { answers, totals })
}
