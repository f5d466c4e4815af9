//! What is plainly good is read the quick way, and as the reader of a single act reads it. (Where the quick readers give up, the
//! answer is the same, so that nothing else would show it.)
#![allow(clippy::expect_used, clippy::panic)]

use super::csv::Header;
use super::ndjson;
use crate::{CareTypeCatalog, Coverage, Json};

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn coverage() -> Coverage {
    let data = r#"{ "care_type_groups": [{ "id": 1, "short_code": "ALL" }],
        "internal_care_types": [{ "id": 1, "short_code": "CROWN", "care_type_group_ids": [1] }] }"#;
    let options = r#"{ "nonConventionedEstablishments": ["750000001"] }"#;
    let payload = r#"{ "name": "HEALTH", "version": 1, "guarantees": [{ "name": "A", "coverage_rule": {}, "care_type_mappings": [{
        "selector": { "include_care_types": ["CROWN"] },
        "filter": { "practitioner": "DENTIST", "glasses_lens_complexities": ["SIMPLE"], "allowed_treatment_modes": ["03"] } }] }] }"#;
    let catalog = CareTypeCatalog::new(&json(data), Some(&json(options))).expect("a catalogue");
    catalog.compile_coverage(json(payload)).expect("a coverage")
}

#[test]
fn a_plain_object_is_read_the_quick_way() {
    let coverage = coverage();
    let coded = coverage.coded();
    let (encoded, options) = (coded.encoded, &coded.compiled.tables.options.derive);
    let fields = [
        r#""member_age": 0"#,
        r#""member_age": 100"#,
        r#""member_age":null"#,
        r#""care_date": "2026-02-28", "member_birth_date": "1990-06-15""#,
        r#""teeth": [11, 46]"#,
        r#""teeth": []"#,
        r#""teeth": null"#,
        r#""establishment": "750000001""#,
        r#""establishment": "750000002""#,
        r#""is_optam_or_secteur_1" : true"#,
        r#""is_for_at_least_one_visible_tooth": false"#,
        r#""is_etablissement_conventionne": null"#,
        r#""practitioner": "DENTIST", "glasses_lens_complexity": "SIMPLE""#,
        r#""practitioner": "x""#,
        r#""reimbursed_by_secu": true, "treatment_mode": "03", "nature_de_soins": "CHIRURGIE""#,
        r#""charged": "120.00", "brss": 107.5, "secu_rate_percent": 70, "secu_paid": null, "quantity": "0""#,
        r#""beneficiary": "claire", "membership_start": "2024-02-29", "side": "left", "tooth": 85"#,
    ];
    for field in fields {
        let object = format!(r#"{{ "care_type": "CROWN", {field} }}"#);
        let wanted = coverage.codes_of(&json(&object)).expect("a good act");
        for line in [format!("{object}\nrest"), format!(" {object}\r\nrest")] {
            let read = ndjson::act(line.as_bytes(), &encoded.vocabulary, options);
            assert_eq!(read, Some((wanted, "rest".as_bytes())), "{line}");
        }
    }
    for odd in [
        r#"{ "care_type": "CR\u004fWN" }"#,
        r#"{ "care_type": "É" }"#,
        r#"{ "care_type": "CROWN", "member_age": 1.0 }"#,
        r#"{ "care_type": "CROWN", "charged": null }"#,
        r#"{ "care_type": "CROWN", "charged": 1e2 }"#,
        r#"{ "care_type": "CROWN", "charged": "01" }"#,
        r#"{ "care_type": "CROWN", "charged": "1." }"#,
        r#"{ "care_type": "CROWN", "charged": "1.00000" }"#,
        r#"{ "care_type": "CROWN", "charged": true }"#,
        r#"{ "care_type": "CROWN", "membership_start": "2023-02-29" }"#,
        r#"{ "care_type": "CROWN", "side": "up" }"#,
        r#"{ "care_type": "CROWN", "tooth": "11" }"#,
        r#"{ "care_type": "CROWN", "tooth": 19 }"#,
        r#"{ "care_type": "CROWN", "x-claim": 7 }"#,
    ] {
        assert_eq!(ndjson::act(format!("{odd}\n").as_bytes(), &encoded.vocabulary, options), None, "{odd}");
    }
}

#[test]
fn a_plain_row_is_read_the_quick_way() {
    let coverage = coverage();
    let coded = coverage.coded();
    let (encoded, options) = (coded.encoded, &coded.compiled.tables.options.derive);
    let cells = [
        ("member_age", "0", "0"),
        ("member_age", "100", "100"),
        ("member_age", "null", "null"),
        ("care_date", "2026-02-28", r#""2026-02-28""#),
        ("teeth", "11 46", "[11, 46]"),
        ("teeth", "null", "null"),
        ("establishment", "750000001", r#""750000001""#),
        ("is_optam_or_secteur_1", "true", "true"),
        ("reimbursed_by_secu", "false", "false"),
        ("practitioner", "DENTIST", r#""DENTIST""#),
        ("practitioner", "Dr. No", r#""Dr. No""#),
        ("treatment_mode", "03", r#""03""#),
        ("charged", "120.00", r#""120.00""#),
        ("brss", "null", "null"),
        ("beneficiary", "claire", r#""claire""#),
        ("membership_start", "2024-02-29", r#""2024-02-29""#),
        ("side", "right", r#""right""#),
        ("tooth", "85", "85"),
        ("x-claim", "A 7", r#""A 7""#),
    ];
    for (field, cell, value) in cells {
        let wanted = coverage.codes_of(&json(&format!(r#"{{ "care_type": "CROWN", "{field}": {value} }}"#)));
        let wanted = wanted.expect("a good act");
        for separator in [',', ';'] {
            let header =
                |names: [&str; 2]| Header::read(names.join(&separator.to_string()).as_bytes()).expect("a header");
            let (last, first) = (header(["care_type", field]), header([field, "care_type"]));
            let quoted = if cell == "null" { cell.to_owned() } else { format!("\"{cell}\"") };
            for end in ["\n", "\r\n"] {
                for (care_type, cell) in [("CROWN", cell), ("\"CROWN\"", &*quoted)] {
                    for (header, row) in [
                        (&last, format!("{care_type}{separator}{cell}{end}rest")),
                        (&first, format!("{cell}{separator}{care_type}{end}rest")),
                    ] {
                        let read = header.act(row.as_bytes(), &encoded.vocabulary, options);
                        assert_eq!(read, Some((wanted, "rest".as_bytes())), "{row}");
                    }
                }
            }
        }
    }
    let header = Header::read(b"care_type,practitioner").expect("a header");
    for odd in ["CROWN,\"a\"\"b\"\n", "CROWN,\"É\"\n", "CROWN,a\"b\n", "CROWN\n", "CROWN,DENTIST"] {
        assert_eq!(header.act(odd.as_bytes(), &encoded.vocabulary, options), None, "{odd}");
    }
}
