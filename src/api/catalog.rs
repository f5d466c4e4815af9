//! The catalogue: care types, groups, selectors, and the validation and compilation of coverages.

use std::sync::Arc;

use crate::api::coverage::Coverage;
use crate::coverage::catalog::entries::{CareTypeGroup, InternalCareType};
use crate::coverage::catalog::known_values::KnownValues;
use crate::coverage::catalog::mappings::CareTypeMappings;
use crate::coverage::catalog::options::CareTypeCatalogOptions;
use crate::coverage::catalog::payload;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::compiled::Compiled;
use crate::coverage::headings::Headings;
use crate::coverage::selector::{Selector, SelectorExplanation};
use crate::coverage::validation;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error, both};
use crate::ground::document::text::document::Document;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The look-up tables together: care types, groups and the options that say how to read them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct CareTypeCatalog {
    tables: Arc<Tables>,
    diagnostics: Vec<Diagnostic>,
}

impl CareTypeCatalog {
    /// Builds the tables from the three look-ups (`CareTypeMappings`) or from two lists (`CareTypeLists`).
    ///
    /// # Errors
    /// Every problem of the data, then every problem of the options; pointers are relative to each.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let data: Json = serde_json::from_str(
    ///     r#"{ "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }],
    ///          "internal_care_types": [{ "id": 7, "short_code": "CROWN", "care_type_group_ids": [1] }] }"#,
    /// )?;
    /// let catalog = CareTypeCatalog::new(&data, None)?;
    /// assert_eq!(catalog.care_type_count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(data: &Json, options: Option<&Json>) -> Result<Self, Error> {
        let (data, options) = (payload::decode(data), CareTypeCatalogOptions::decode(options));
        let ((entries, diagnostics), options) = both(("data", data), ("options", options))?;
        let tables = Arc::new(Tables::new(entries.care_types, entries.groups, options));
        Ok(CareTypeCatalog { tables, diagnostics })
    }

    /// Every problem of the data of a catalogue, of any shape whatsoever, and its warnings, sorted by pointer, then code.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let data: Json = r#"{ "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }], "internal_care_types": [] }"#.parse()?;
    /// assert_eq!(CareTypeCatalog::validate(&data)[0].code.as_str(), "empty_group");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn validate(data: &Json) -> Vec<Diagnostic> {
        payload::validate(data)
    }

    /// The same for a JSON text in UTF-16 code units: syntax errors are diagnostics, and every diagnostic has a range.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::CareTypeCatalog;
    /// let text: Vec<u16> = r#"{ "care_type_groups": [], "#.encode_utf16().collect();
    /// let diagnostics = CareTypeCatalog::validate_text(&text);
    /// assert_eq!(diagnostics[0].range.map(|range| range.column), Some(27));
    /// ```
    #[must_use]
    pub fn validate_text(text: &[u16]) -> Vec<Diagnostic> {
        payload::validate_text(|problems| Document::read(text.to_vec(), problems))
    }

    /// The same for a JSON text in UTF-8, a `&str` or bytes; ranges count UTF-16 code units, too.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::CareTypeCatalog;
    /// let text = r#"{ "care_type_groups": [], "internal_care_types": [] }"#;
    /// assert_eq!(CareTypeCatalog::validate_utf8(text), []);
    /// ```
    #[must_use]
    pub fn validate_utf8(text: impl AsRef<[u8]>) -> Vec<Diagnostic> {
        payload::validate_text(|problems| Document::read_utf8(text.as_ref(), problems))
    }

    /// How many care types there are.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(catalog.care_type_count(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn care_type_count(&self) -> usize {
        self.tables.care_types().len()
    }

    /// How many groups there are.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(catalog.care_type_group_count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn care_type_group_count(&self) -> usize {
        self.tables.groups().len()
    }

    /// Warnings about the catalogue, such as a group without members.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert!(catalog.diagnostics().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The three look-ups, whichever form the catalogue was built from.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let crown = catalog.care_type_mappings().internal_care_type_by_short_code[0].1;
    /// assert_eq!((crown.id, crown.short_code.as_str()), (7, "CROWN"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn care_type_mappings(&self) -> CareTypeMappings<'_> {
        CareTypeMappings::of(&self.tables)
    }

    /// The care type with this short code.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(catalog.care_type("CROWN").map(|crown| crown.id), Some(7));
    /// assert_eq!(catalog.care_type("crown"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn care_type(&self, short_code: &str) -> Option<&InternalCareType> {
        // DECISION: a look-up of a code that the catalogue does not have is answered with nothing, and is no error. Case:
        // look_ups/care-type-unknown
        self.tables.care_type(self.tables.care_type_by_short_code(short_code)?)
    }

    /// The group with this short code.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(catalog.group("DENTAL").map(|dental| dental.id), Some(1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn group(&self, short_code: &str) -> Option<&CareTypeGroup> {
        Some(&self.tables.group(self.tables.group_by_short_code(short_code)?)?.entry)
    }

    /// The care types of the group with this short code, ascending by theirs; none where there is no such group.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let members = catalog.members_of("DENTAL").ok_or("a group")?;
    /// assert_eq!(members.len(), 2);
    /// assert_eq!(catalog.members_of("CROWN"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn members_of(&self, group: &str) -> Option<Vec<&InternalCareType>> {
        let members = self.tables.members(self.tables.group_by_short_code(group)?);
        Some(members.iter().filter_map(|index| self.tables.care_type(*index)).listed())
    }

    /// The groups of the care type with this short code, ascending by theirs; none where there is no such care type.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let groups = catalog.groups_of("CROWN").ok_or("a care type")?;
    /// assert_eq!(groups[0].short_code, "DENTAL");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn groups_of(&self, care_type: &str) -> Option<Vec<&CareTypeGroup>> {
        let ids = &self.care_type(care_type)?.care_type_group_ids;
        let groups = self.tables.groups().iter().map(|group| &group.entry);
        Some(groups.filter(|group| ids.contains(&group.id)).listed())
    }

    /// The values that validation accepts under this catalogue: the built-in ones, then those of its option `knownValues` that are
    /// not among them, ascending.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{ActFact, CareTypeCatalog, CatalogOptions, Json};
    /// let data: Json = r#"{ "care_type_groups": [], "internal_care_types": [] }"#.parse()?;
    /// let options = CatalogOptions::new().known_values(ActFact::GlassesLensComplexity, ["PRISM"]);
    /// let known = CareTypeCatalog::new(&data, Some(&options))?.known_values();
    /// assert_eq!(known.of(ActFact::GlassesLensComplexity), ["SIMPLE", "COMPLEX", "VERY_COMPLEX", "PRISM"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn known_values(&self) -> KnownValues {
        self.tables.options.known_values.in_order()
    }

    /// The option `synonyms`, as it was given.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let synonyms: Json = r#"[{ "language": "fr", "synonyms": [{ "terms": ["dent"], "care_type_groups": ["DENTAL"] }] }]"#.parse()?;
    /// let options = care_coverage::CatalogOptions::new().synonyms(synonyms.clone());
    /// assert_eq!(CareTypeCatalog::new(&lists, Some(&options))?.synonyms(), Some(&synonyms));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn synonyms(&self) -> Option<&Json> {
        self.tables.options.synonyms.as_ref()
    }

    /// The care types that a `CoverageCareTypeSelector` computes to, ascending by short code.
    ///
    /// # Errors
    /// Shape problems, `unknown_care_type` and `unknown_care_type_group`.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::CareTypeSelector;
    #[doc = include_str!("example.txt")]
    /// let dental = CareTypeSelector::new().include_groups(["DENTAL"]);
    /// assert_eq!(catalog.care_types_from_selector(&dental)?.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn care_types_from_selector(&self, selector: &Json) -> Result<Vec<&InternalCareType>, Error> {
        let selected = Selector::decode(&self.tables, selector)?.select(&self.tables);
        Ok(selected.into_iter().filter_map(|index| self.tables.care_type(index)).listed())
    }

    /// The heading of each care type: the first that selects it.
    ///
    /// # Errors
    /// Every problem of the headings; `unknown_care_type` and `unknown_care_type_group` for what this catalogue lacks.
    pub fn headings(&self, headings: &Json) -> Result<Headings, Error> {
        Headings::decode(&self.tables, headings)
    }

    /// Every care type that a term of the selector names, or whose group it names: selected or not, and by which term.
    ///
    /// # Errors
    /// Those of [`CareTypeCatalog::care_types_from_selector`].
    ///
    /// # Examples
    /// ```
    /// use care_coverage::CareTypeSelector;
    /// use care_coverage::explanation::SelectorField;
    #[doc = include_str!("example.txt")]
    /// let selector = CareTypeSelector::new().include_groups(["DENTAL"]).exclude_types(["SCALING"]);
    /// let explanation = catalog.explain_selector(&selector)?;
    /// let scaling = &explanation.care_types[1];
    /// assert!(!scaling.selected);
    /// assert_eq!(scaling.decided_by.field, SelectorField::ExcludeCareTypes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain_selector(&self, selector: &Json) -> Result<SelectorExplanation, Error> {
        Ok(Selector::decode(&self.tables, selector)?.explain(&self.tables))
    }

    /// All diagnostics of a payload of any shape whatsoever, sorted by pointer, then code, then the first related pointer.
    /// The options are [`ValidateOptions`](crate::ValidateOptions).
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let json = |text: &str| serde_json::from_str::<Json>(text);
    /// let catalog = CareTypeCatalog::new(&json(r#"{ "care_type_groups": [], "internal_care_types": [] }"#)?, None)?;
    /// let diagnostics = catalog.validate_coverage(&json(r#"{ "name": "basic", "version": 0, "guarantees": [] }"#)?, None)?;
    /// let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    /// assert_eq!(codes, ["no_guarantee", "version_below_one"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_coverage(&self, payload: &Json, options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        validation::of_json(&self.tables, payload, options, &mut Arc::default())
    }

    /// The same for a JSON text in UTF-16 code units: syntax errors are diagnostics, and every diagnostic has a range.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::ValidateOptions;
    #[doc = include_str!("example.txt")]
    /// let text: Vec<u16> = r#"{ "name": "basic", "#.encode_utf16().collect();
    /// let diagnostics = catalog.validate_coverage_text(&text, None)?;
    /// assert_eq!(diagnostics[0].code.as_str(), "invalid_json");
    /// assert_eq!(diagnostics[0].range.map(|range| range.column), Some(20));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_coverage_text(&self, text: &[u16], options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        validation::of_text(
            &self.tables,
            |problems| Document::read(text.to_vec(), problems),
            options,
            &mut Arc::default(),
        )
    }

    /// The same for a JSON text in UTF-8, a `&str` or bytes; ranges count UTF-16 code units, too.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let diagnostics = catalog.validate_coverage_utf8(br#"{ "name": "basic", "version": 0, "guarantees": [] }"#, None)?;
    /// assert_eq!(diagnostics[1].range.map(|range| range.column), Some(31));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_coverage_utf8(
        &self,
        text: impl AsRef<[u8]>,
        options: Option<&Json>,
    ) -> Result<Vec<Diagnostic>, Error> {
        validation::of_text(
            &self.tables,
            |problems| Document::read_utf8(text.as_ref(), problems),
            options,
            &mut Arc::default(),
        )
    }

    /// Compiles a `CoveragePayload`.
    ///
    /// # Errors
    /// Every problem that leaves the meaning undefined (✗ in the table of codes). Everything else is compiled as written,
    /// so that an unfinished coverage can be tried: a reversed age range never holds, an overlap gives `ambiguous`.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(catalog.compile_coverage(payload)?.guarantee_names(), ["DENTAL_CARE"]);
    /// let error = catalog.compile_coverage(r#"{ "name": "basic" }"#.parse()?).unwrap_err();
    /// assert_eq!(error.to_string(), "the field `version` is missing (and 1 more)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn compile_coverage(&self, payload: Json) -> Result<Coverage, Error> {
        Compiled::new(&self.tables, payload).map(Coverage::new)
    }
}
