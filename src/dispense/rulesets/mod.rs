//! The tables of the rulesets.

pub(crate) mod code_2019;
pub(crate) mod page_2022;

#[cfg(test)]
mod tests {
    use crate::dispense::ruleset::{self, Each, Operation, Says};

    /// `docs/dispense.md` has the tables of every ruleset.
    #[test]
    fn the_documentation_has_every_table() {
        let written = include_str!("../../../docs/dispense.md");
        let missing: Vec<String> = tables().into_iter().filter(|table| !written.contains(table.as_str())).collect();
        assert!(missing.is_empty(), "docs/dispense.md lacks:\n{}", missing.join("\n"));
    }

    fn tables() -> Vec<String> {
        let ruleset_and_operation =
            ruleset::ALL.iter().flat_map(|one| Operation::ALL.map(|operation| (one, operation)));
        ruleset_and_operation
            .map(|(ruleset, operation)| {
                let rows = ruleset.checks(operation).iter().flat_map(|check| {
                    let each = match check.each {
                        Each::Once => "",
                        Each::Detail => ", per detail",
                        Each::Program => ", per program",
                    };
                    check.says.iter().map(move |says| format!("| `{}`{each} | {} |\n", check.id, cells(says)))
                });
                let head = "| check | status | message | entry |\n|---|---|---|---|\n";
                format!("### {}, {}\n\n{head}{}", ruleset.name, operation.name(), rows.collect::<String>())
            })
            .collect()
    }

    fn cells(says: &Says) -> String {
        let status = says.status.map_or_else(|| "–".to_owned(), |status| status.to_string());
        let entry = if says.entry.is_empty() { "–".to_owned() } else { format!("`{}`", says.entry) };
        format!("{status} | {} | {entry}", says.message)
    }
}
