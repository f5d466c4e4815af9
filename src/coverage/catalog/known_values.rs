//! Which values does validation know for the string conditions of a filter?
//!
//! An act may carry any value: real data is wider than any list. The one table is here; a catalogue's option
//! `knownValues` extends it.

use serde::Serialize;

use crate::coverage::facts::table::ActFact;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// The values that validation accepts, by condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownValues {
    /// Professions; an act has exactly one.
    pub practitioners: Vec<String>,
    /// Classes of corrective lenses.
    pub glasses_lens_complexities: Vec<String>,
    /// The twelve national grand groups of disciplines.
    pub natures_de_soins: Vec<String>,
    /// The national list of treatment modes of 2020.
    pub treatment_modes: Vec<String>,
}

impl Default for KnownValues {
    /// The built-in values.
    fn default() -> Self {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).listed();
        KnownValues {
            practitioners: owned(PRACTITIONERS),
            glasses_lens_complexities: owned(&["SIMPLE", "COMPLEX", "VERY_COMPLEX"]),
            natures_de_soins: owned(NATURES_DE_SOINS),
            treatment_modes: owned(TREATMENT_MODES),
        }
    }
}

impl KnownValues {
    /// The values of a string fact; none for a boolean one.
    pub(crate) fn of(&self, fact: ActFact) -> &[String] {
        match fact {
            ActFact::Practitioner => &self.practitioners,
            ActFact::GlassesLensComplexity => &self.glasses_lens_complexities,
            ActFact::NatureDeSoins => &self.natures_de_soins,
            ActFact::TreatmentMode => &self.treatment_modes,
            ActFact::IsOptamOrSecteur1
            | ActFact::IsForAtLeastOneVisibleTooth
            | ActFact::IsEtablissementConventionne
            | ActFact::ReimbursedBySecu => &[],
        }
    }

    /// Sorts each list, so that a value is found quickly.
    pub(crate) fn sort(&mut self) {
        let lists = [
            &mut self.practitioners,
            &mut self.glasses_lens_complexities,
            &mut self.natures_de_soins,
            &mut self.treatment_modes,
        ];
        for list in lists {
            *list = order::sort(std::mem::take(list), &String::cmp);
        }
    }
}

const PRACTITIONERS: &[&str] = &[
    "GENERAL_PRACTITIONER",
    "SPECIALIST",
    "ANAESTHETIST",
    "CARDIOLOGIST",
    "DERMATOLOGIST",
    "RADIOLOGIST",
    "GYNAECOLOGIST",
    "PAEDIATRICIAN",
    "OPHTHALMOLOGIST",
    "STOMATOLOGIST",
    "PSYCHIATRIST",
    "DENTIST",
    "ORTHODONTIST",
    "MIDWIFE",
    "NURSE",
    "PSYCHOLOGIST",
    "PHYSIOTHERAPIST",
    "PODIATRIST",
    "SPEECH_THERAPIST",
    "ORTHOPTIST",
    "LABORATORY",
    "PHARMACIST",
    "MEDICAL_TRANSPORT",
    "SUPPLIER",
    "OPTICIAN",
    "HEARING_AID_SPECIALIST",
    "OSTEOPATH",
    "CHIROPRACTOR",
    "ACUPUNCTURIST",
    "DIETITIAN",
];

const NATURES_DE_SOINS: &[&str] = &[
    "MEDECINE",
    "CHIRURGIE",
    "GYNECOLOGIE_OBSTETRIQUE",
    "SOINS_DE_SUITE_ET_READAPTATION",
    "SOINS_DE_LONGUE_DUREE",
    "MALADIES_MENTALES_TOXICOMANIES",
    "DISCIPLINE_SUPPLEMENT_TAA",
    "ENFANCE_HANDICAPEE",
    "ADULTES_HANDICAPES",
    "PERSONNES_AGEES",
    "MEDICO_SOCIAL",
    "INDIFFERENCIEES",
];

const TREATMENT_MODES: &[&str] = &[
    "00", "03", "04", "05", "06", "07", "10", "11", "12", "13", "14", "15", "16", "17", "19", "20", "21", "22", "23",
    "24", "35", "37", "38", "39", "99",
];
