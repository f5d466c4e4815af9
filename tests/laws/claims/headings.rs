//! The headings that ship have all care types of their catalogue.

use care_coverage::{CareTypeCatalog, Json};

use crate::data;

fn none_is_without(catalog: &str, headings: &str) {
    let catalog = CareTypeCatalog::new(&catalog.parse::<Json>().expect("JSON"), None).expect("a catalogue");
    let resolved = catalog.headings(&headings.parse::<Json>().expect("JSON")).expect("headings");
    assert_eq!(resolved.without, Vec::<String>::new());
    let titles: Vec<&str> = resolved.headings.iter().map(|heading| heading.title.fr.as_str()).collect();
    for fixed in ["Hospitalisation", "Soins courants", "Dentaire", "Optique", "Aides auditives"] {
        assert!(titles.contains(&fixed), "{fixed} in {titles:?}");
    }
    assert!(titles.len() <= 10, "up to five more are free: {titles:?}");
    assert!(resolved.headings.iter().all(|heading| !heading.care_types.is_empty()));
}

#[test]
fn of_the_example() {
    none_is_without(include_str!("../../../examples/catalog.json"), include_str!("../../../examples/headings.json"));
}

#[test]
fn of_the_national_catalogue() {
    let Some(catalog) = data::text("care-types-national.json") else { return };
    none_is_without(&catalog, include_str!("../../../headings/national.json"));
}

#[test]
fn the_mapping_of_the_national_base_is_good() {
    let mapping = include_str!("../../../mappings/damir.json").parse::<Json>().expect("JSON");
    assert_eq!(care_coverage::validate_mapping(&mapping), []);
}
