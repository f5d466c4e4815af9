//! Which checks does a ruleset have? A table for each.
//!
//! A third ruleset is one more table in `rulesets/` and one more name; nothing of the flow knows any of them.

use crate::dispense::check::Ruleset;
use crate::dispense::rulesets::{code_2019, page_2022};
use crate::dispense::snapshot::DispenseRuleset;

impl DispenseRuleset {
    /// Its table.
    pub(crate) fn table(self) -> &'static Ruleset {
        match self {
            DispenseRuleset::Page2022 => &page_2022::RULESET,
            DispenseRuleset::Code2019 => &code_2019::RULESET,
        }
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;
    use crate::dispense::check::{Check, Each, Need, Says};
    use crate::dispense::snapshot::Operation;

    fn tables() -> impl Iterator<Item = (DispenseRuleset, Operation, &'static [Check])> {
        let of = |ruleset: DispenseRuleset| {
            Operation::ALL.iter().map(move |operation| (ruleset, *operation, ruleset.table().checks(*operation)))
        };
        DispenseRuleset::ALL.iter().flat_map(move |ruleset| of(*ruleset))
    }

    /// Every need names a check that comes before it and is asked of the same things.
    #[test]
    fn needs_come_before() {
        for (ruleset, _, checks) in tables() {
            for (index, check) in checks.iter().enumerate() {
                for need in check.needs {
                    let (Need::Passed(id) | Need::PassedForProgram(id) | Need::DivisionFound(id)) = need else {
                        continue;
                    };
                    let earlier = checks[..index].iter().find(|earlier| earlier.id == *id);
                    let earlier = earlier.unwrap_or_else(|| panic!("{ruleset}: {} needs {id}", check.id));
                    assert!(earlier.each == Each::Once || earlier.each == check.each, "{}", check.id);
                }
            }
        }
    }

    /// The flow finds what came of a check by its id.
    #[test]
    fn no_check_is_in_a_table_twice() {
        for (ruleset, _, checks) in tables() {
            for (index, check) in checks.iter().enumerate() {
                assert!(checks[..index].iter().all(|earlier| earlier.id != check.id), "{ruleset}: {}", check.id);
            }
        }
    }

    /// The source's messages have a letter or two of another alphabet; ours are typed by hand.
    #[test]
    fn messages_are_ascii() {
        for says in tables().flat_map(|(_, _, checks)| checks).flat_map(|check| check.says) {
            let entry = says.entry.as_ref().map_or_else(String::new, |entry| entry.filled(None));
            let message = says.message.filled(None);
            assert!(message.is_ascii() && entry.is_ascii(), "{message}");
        }
    }

    /// `docs/dispense.md` has the tables of every ruleset.
    #[test]
    fn the_documentation_has_every_table() {
        let written = include_str!("../../docs/dispense.md");
        let missing: Vec<String> = tables().map(documented).filter(|table| !written.contains(table.as_str())).collect();
        assert!(missing.is_empty(), "docs/dispense.md lacks:\n{}", missing.join("\n"));
    }

    fn documented((ruleset, operation, checks): (DispenseRuleset, Operation, &'static [Check])) -> String {
        let rows = checks.iter().flat_map(|check| {
            let each = match check.each {
                Each::Once => "",
                Each::Detail => ", per detail",
                Each::Program => ", per program",
            };
            check.says.iter().map(move |says| format!("| `{}`{each} | {} |\n", check.id, cells(says)))
        });
        let head = "| check | status | message | entry |\n|---|---|---|---|\n";
        format!("### {ruleset}, {operation}\n\n{head}{}", rows.collect::<String>())
    }

    fn cells(says: &Says) -> String {
        let status = says.status.map_or_else(|| "–".to_owned(), |status| status.to_string());
        let entry = says.entry.as_ref().map_or_else(|| "–".to_owned(), |entry| format!("`{}`", entry.filled(None)));
        format!("{status} | {} | {entry}", says.message.filled(None))
    }
}
