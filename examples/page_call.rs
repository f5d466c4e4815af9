//! A question of the care-coverage page, asked in Rust.
use care_coverage::{CareTypeCatalog, Json};
use std::error::Error;
use std::fs;

const ACT: &str = r#"{
  "care_type": "GP_VISIT",
  "care_date": "2025-03-12",
  "member_birth_date": "1987-06-04",
  "is_optam_or_secteur_1": true,
  "is_for_at_least_one_visible_tooth": null,
  "is_etablissement_conventionne": null,
  "practitioner": "GENERAL_PRACTITIONER",
  "glasses_lens_complexity": null,
  "reimbursed_by_secu": true,
  "treatment_mode": null,
  "nature_de_soins": null,
  "charged": "30.00",
  "brss": "30.00",
  "secu_rate_percent": "70",
  "flat_contribution": "2"
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let catalog = CareTypeCatalog::new(&read("catalog.json")?, None)?;
    let coverage = catalog.compile_coverage(read("coverage.json")?)?;
    let act: Json = ACT.parse()?;
    let answer = coverage.reimburse(&act, None, None)?;
    println!("{answer:#?}");
    Ok(())
}

fn read(file: &str) -> Result<Json, Box<dyn Error>> {
    Ok(fs::read_to_string(file)?.parse()?)
}
